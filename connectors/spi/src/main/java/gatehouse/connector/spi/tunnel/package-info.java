/**
 * Connections that a person's client asks to have forwarded.
 *
 * <p>R4.1 Each forwarded connection is a decision of its own. R4.2 Its bytes are accounted in both directions and not interpreted.
 * R4.3 The rules of the terminal shape hold: bytes are valid only during the call, completions are the back-pressure.
 */
package gatehouse.connector.spi.tunnel;
