/** The SSH server that people connect to: admission, sign-in (RFC 4252), session channels (RFC 4254). */
package gatehouse.connector.ssh.inbound;
