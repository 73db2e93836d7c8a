/**
 * The SSH client that reaches targets: dialling, trust, credentials, session channels and forwarding (RFC 4254).
 *
 * <p>Operations: dial a target, pass gateways ({@link gatehouse.connector.ssh.outbound.Dialler}); on a signed-in wire open terminals,
 * have connections opened, have the target listen ({@link gatehouse.connector.ssh.outbound.Terminals}).
 *
 * <p>R3.20 First the host key is judged, then credentials are presented, in their order. R3.21 The gateways of a hop are tried in their
 * order, and each attempt is told. R3.22 What a target says of an exit comes after all of its output. R3.23 Whatever is asked of a
 * target is answered: also when it dies or keeps silent, with {@code CONNECTION_LOST} or {@code TIMEOUT}. R3.24 One port of a target is
 * listened on once for each wire; what it lets arrive is bounded like what a person opens. R3.25 A target's questions (RFC 4256) are
 * answered by the patterns of its platform and by nothing else; of questions that come together all are answered, or none.
 *
 * <p>INVARIANT: a wire serves one session; it is never pooled and never given to another account.
 *
 * <p>Out of scope: which hops, accounts and secrets ({@code session} and {@code vault}); known_hosts, configuration files, agents.
 */
package gatehouse.connector.ssh.outbound;
