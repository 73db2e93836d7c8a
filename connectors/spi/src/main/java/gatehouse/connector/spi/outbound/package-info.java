/**
 * How a session reaches a target: a connector publishes a {@link gatehouse.connector.spi.outbound.TerminalConnectionFactory} in
 * JNDI as {@code java:/gatehouse/connector/<protocol>}, which connects to an {@link gatehouse.connector.spi.outbound.OutboundTarget}.
 *
 * <p>R2.1 No secret leaves before the {@link gatehouse.connector.spi.TrustCheck} of its endpoint said yes, where the protocol lets
 * a machine prove anything. R2.2 A wire serves one session and dies with it; it is never pooled. R2.3 A closed handle refuses. R2.4
 * Nothing here prints a secret. R2.5 Connectors do not know each other: where one leads another one's way, the session hands it over
 * as a {@link gatehouse.connector.spi.outbound.Dial}.
 */
package gatehouse.connector.spi.outbound;
