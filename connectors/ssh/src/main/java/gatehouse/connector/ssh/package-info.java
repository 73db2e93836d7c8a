/**
 * SSH in and out, with Apache MINA SSHD on its NIO2 back end.
 *
 * <p>This package holds what the container sees (JCA classes). {@code wire}: algorithms, sessions and the channel writer that both
 * sides share. {@code inbound}: the server that people reach. {@code outbound}: the client that reaches targets.
 *
 * <p>R3.1 Bytes are spliced on the reader thread: a channel hands what it received to the shape and opens its window again only
 * when the other side has written it; so a stopped reader costs at most one window (2 MiB). R3.2 Nothing that may wait runs on an
 * I/O thread: sign-in steps, opening and dialling run on virtual threads. R3.3 A host key is judged before any secret is sent.
 * R3.4 Only modern algorithms, in both directions, unless the target's platform allows old ones. R3.5 Agent and X11 forwarding and
 * sockets of file systems are refused. R3.6 Nothing is read from the home directory of the server's user.
 *
 * <p>INVARIANT: no completion is run while a session's encode lock is held ({@link gatehouse.connector.ssh.wire.Outlet}).
 */
package gatehouse.connector.ssh;
