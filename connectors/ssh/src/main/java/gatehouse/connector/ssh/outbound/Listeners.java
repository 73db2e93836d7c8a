package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.AcceptedChannel;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.future.SshFutureListener;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/** Where targets listen for us ({@code tcpip-forward}, RFC 4254 section 7.1), and what arrives there. */
final class Listeners {
    private static final AttributeKey<Map<Integer, Arrivals>> BY_PORT = new AttributeKey<>();
    private static final String LISTEN = "tcpip-forward";
    private static final String CANCEL = "cancel-tcpip-forward";

    /** Takes what a target says has arrived. */
    static final ChannelFactory ARRIVED = new ChannelFactory() {
        @Override
        public String getName() {
            return "forwarded-tcpip";
        }

        @Override
        public Channel createChannel(Session session) {
            return new Arrived();
        }
    };

    private Listeners() {}

    /** @param timeout for the target's answer, which it may never give */
    static CompletionStage<Listening> listen(
            ClientSession session, ListenRequest request, Arrivals arrivals, Duration timeout) {
        CompletableFuture<Listening> listening = new CompletableFuture<>();
        if (byPort(session).containsKey(request.port())) {
            listening.completeExceptionally(taken(request.port()));
            return listening;
        }
        try {
            Buffer packet = packet(session, LISTEN, request.host(), request.port(), true);
            await(session, request, listening, timeout);
            session.request(packet, LISTEN, (command, answer) -> {
                if (command == SshConstants.SSH_MSG_REQUEST_SUCCESS) {
                    listens(session, request, answer, arrivals, listening);
                    return;
                }
                listening.completeExceptionally(refused(request));
            });
        } catch (IOException gone) {
            listening.completeExceptionally(lost(gone));
        }
        return listening;
    }

    /** Still on the reader thread: nothing can arrive before this. */
    private static void listens(
            ClientSession session,
            ListenRequest request,
            Buffer answer,
            Arrivals arrivals,
            CompletableFuture<Listening> listening) {
        int port = request.port() == 0 ? answer.getInt() : request.port();
        if (byPort(session).putIfAbsent(port, arrivals) != null) {
            // both were asked for before one was answered
            cancel(session, request.host(), port);
            listening.completeExceptionally(taken(port));
            return;
        }
        AtTarget there = new AtTarget(session, request.host(), port);
        if (!listening.complete(there)) {
            there.close(); // nobody waits for it any more
        }
    }

    /** A session that ends calls no handler of its requests, and sets their futures when they are written. */
    private static void await(
            ClientSession session, ListenRequest request, CompletableFuture<Listening> listening, Duration timeout) {
        SshFutureListener<CloseFuture> gone = closed -> listening.completeExceptionally(lost(null));
        session.addCloseFutureListener(gone);
        ScheduledFuture<?> late = session.getFactoryManager()
                .getScheduledExecutorService()
                .schedule(
                        () -> listening.completeExceptionally(
                                SshProblem.TIMEOUT.problem("the target does not say whether" + " it listens on "
                                        + request.host() + ":" + request.port())),
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        CompletionStage<Listening> answered = listening;
        answered.whenComplete((there, failure) -> {
            late.cancel(false);
            session.removeCloseFutureListener(gone);
        });
    }

    /** Servers differ in which address they name when something arrives. */
    private static ProblemException taken(int port) {
        return SshProblem.LISTENING_REFUSED.problem("this connection listens on port " + port
                + " of the target already, by another address; choose another port");
    }

    private static ProblemException refused(ListenRequest request) {
        return SshProblem.LISTENING_REFUSED.problem("the target does not listen on " + request.host() + ":"
                + request.port() + "; is the port taken, or does its server not allow it?");
    }

    private static ProblemException lost(Throwable cause) {
        return SshProblem.CONNECTION_LOST.problem("the connection to the target is gone", cause);
    }

    private static Buffer packet(ClientSession session, String request, String host, int port, boolean reply)
            throws IOException {
        Buffer packet = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
        packet.putString(request);
        packet.putBoolean(reply);
        packet.putString(host);
        packet.putUInt(port);
        return packet;
    }

    private static void cancel(ClientSession session, String host, int port) {
        try {
            session.writePacket(packet(session, CANCEL, host, port, false));
        } catch (IOException gone) {
            session.close(true);
        }
    }

    private static Map<Integer, Arrivals> byPort(Session session) {
        return session.computeAttributeIfAbsent(BY_PORT, missing -> new ConcurrentHashMap<>());
    }

    private record AtTarget(ClientSession session, String host, int port) implements Listening {
        @Override
        public void close() {
            if (byPort(session).remove(port) == null || !session.isOpen()) {
                return;
            }
            cancel(session, host, port);
        }
    }

    private static final class Arrived extends AcceptedChannel {
        @Override
        protected void ask(TunnelRequest arrival, OpenFuture opening) {
            Optional<Arrivals> wanted = Optional.ofNullable(byPort(getSession()).get(arrival.port()));
            if (wanted.isEmpty()) {
                refuse(SshProblem.CHANNEL_REFUSED.problem("nobody listens there"));
                return;
            }
            wanted.get().arrived(arrival, this).whenComplete((flow, failure) -> {
                if (failure != null) {
                    refuse(SshProblem.CHANNEL_REFUSED.problem("the client does not take it", failure));
                    return;
                }
                confirm(opening, flow);
            });
        }
    }
}
