/** The SSH client that reaches targets: dialling, trust, credentials, session channels (RFC 4254). */
package gatehouse.connector.ssh.outbound;
