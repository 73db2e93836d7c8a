/**
 * What both directions of SSH share: algorithms (RFC 4253 and its extensions), sessions, the way bytes enter and leave channels.
 *
 * <p>Operations: set up a server or a client; send through a channel in order ({@link gatehouse.connector.ssh.wire.Outlet}); deliver
 * what it receives until its end ({@link gatehouse.connector.ssh.wire.Delivery}), in few pieces ({@link
 * gatehouse.connector.ssh.wire.Gathering}); forward connections ({@link
 * gatehouse.connector.ssh.wire.AcceptedChannel}, {@link gatehouse.connector.ssh.wire.ForwardChannel}); carry a session inside a channel
 * ({@link gatehouse.connector.ssh.wire.ChannelTransport}); do one step after the other away from the wires' threads ({@link
 * gatehouse.connector.ssh.wire.Serial}).
 *
 * <p>R3.30 Data, end of data, exit and close leave in the order in which they were given. R3.31 An end is told once, after the last
 * delivery. R3.32 What cannot be sent or delivered any more is completed all the same (R1.2). R3.33 A window of 2 MiB and packets of 32
 * KiB bound what is under way in one direction of one channel. R3.34 A peer that answers nothing for two minutes is gone. R3.35 Of one channel at most
 * 1,024 pieces are under way, however small they are. R3.36 What no window bounds and the peer does not read is at most 64 KiB before its
 * sign-in and 1 MiB behind it; more ends the connection.
 *
 * <p>INVARIANT: no completion is run, and no end of a connection is told, while a session's encode lock or an outlet's lock is held.
 *
 * <p>Out of scope: what the bytes mean; who may open a channel.
 */
package gatehouse.connector.ssh.wire;
