/**
 * Telnet to targets, for devices that speak nothing better: RFC 854 (protocol), 855 (options), 856 (binary), 857 (echo), 858
 * (suppress go-ahead), 1073 (window size), 1091 (terminal type), 1143 (how to negotiate without loops).
 *
 * <p>This package holds what the container sees (JCA classes). {@code wire}: the protocol over any connection that carries bytes.
 * {@code signin}: name and password typed at the device's own prompts.
 *
 * <p>R5.1 A wire has one terminal; commands, subsystems and a second terminal are refused. R5.2 What a device prints before it has
 * let us in, and whatever it prints on the line of the password, is shown and recorded nowhere. R5.3 The password is typed once, at
 * a password prompt, and nowhere else. R5.4 Bytes pass as they are in both directions but for telnet's own escapes; a stopped reader
 * costs one read buffer (64 KiB). R5.5 Options that Gatehouse does not know are refused, and a peer that only negotiates stops itself.
 *
 * <p>Out of scope: LINEMODE, encryption and authentication options. Telnet proves nothing about a machine and hides nothing from the
 * network: {@link gatehouse.connector.spi.TrustCheck} is not asked; put such devices behind a gateway.
 */
package gatehouse.connector.telnet;
