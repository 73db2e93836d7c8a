/**
 * What a connector says of its protocols to everybody else.
 *
 * <p>R3.1 A protocol's name, its defaults and its quirks stand in its connector: who wants to know asks the {@link
 * gatehouse.connector.spi.protocol.ProtocolDescriptor}. R3.2 A connector lists its descriptors in {@code
 * META-INF/services/gatehouse.connector.spi.protocol.ProtocolDescriptor}; they are there before, and whether or not, its resource
 * adapter is started. R3.3 No two have one name; one protocol is the usual one, one leads through gateways.
 *
 * <p>INVARIANT: descriptors are constants. They hold no wire, no secret and nothing that the start of the server changes.
 */
package gatehouse.connector.spi.protocol;
