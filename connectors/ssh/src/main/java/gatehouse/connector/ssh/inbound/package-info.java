/**
 * The SSH server that people connect to: admission, sign-in (RFC 4252), session channels and forwarding (RFC 4254).
 *
 * <p>Operations: start and stop one server ({@link gatehouse.connector.ssh.inbound.InboundServer}). Whoever signed in opens shells,
 * commands and subsystems, has connections forwarded, and has a target listen for them; each is asked of the {@link
 * gatehouse.connector.spi.inbound.InboundConnection}. {@code ssh -J} to an asset ends in a server inside.
 *
 * <p>R3.10 The factors of one sign-in come over one connection. R3.11 Who has not signed in is bounded: in number, for each address,
 * and in time. R3.12 Requests are answered in their order, also when an earlier one still waits for a target; a command starts once
 * what was asked for before it is there. R3.13 No output overtakes the reply to the request that started it. R3.14 One connection has
 * at most 64 shells and commands and 256 forwarded connections at a time; one more is refused, and what is open goes on. R3.15 What a
 * client sends before its target is there is held, at most one window of it, and completed when there will be no target. R3.16 What no
 * window bounds (sizes, signals, ends of data) waits once or a few times only, wherever it waits.
 *
 * <p>INVARIANT: nobody opens a channel who has not signed in, and a refused sign-in is told in the same words whatever the reason.
 *
 * <p>Out of scope: what a name means, and who may go where ({@code session}); X11, agents, sockets of file systems.
 */
package gatehouse.connector.ssh.inbound;
