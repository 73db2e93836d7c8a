package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.ChannelLimit;
import gatehouse.connector.ssh.wire.ForwardChannel;
import gatehouse.connector.ssh.wire.HostName;
import gatehouse.connector.ssh.wire.Serial;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * Clients that want the target to listen for them ({@code tcpip-forward} and its cancellation, RFC 4254 section 7.1).
 *
 * <p>A global request names nothing that its reply could be matched by but their order. Reaching the target takes time, so every
 * request that comes meanwhile waits for its turn, too.
 */
final class ListenRequests implements RequestHandler<ConnectionService> {
    private static final String LISTEN = "tcpip-forward";
    private static final String CANCEL = "cancel-tcpip-forward";
    private static final int MOST_WAITING = 64;
    private static final int MOST_LISTENING = 64;
    private static final AttributeKey<OneClient> CLIENT = new AttributeKey<>();

    private final Executor work;

    ListenRequests(Executor work) {
        this.work = work;
    }

    @Override
    public Result process(ConnectionService service, String request, boolean wantReply, Buffer buffer)
            throws IOException {
        Session session = service.getSession();
        boolean ours = LISTEN.equals(request) || CANCEL.equals(request);
        OneClient client = ours
                ? session.computeAttributeIfAbsent(
                        CLIENT, missing -> new OneClient(session, new Serial(work, MOST_WAITING)))
                : session.getAttribute(CLIENT);
        if (client == null || (!ours && client.serial.isIdle())) {
            return Result.Unsupported; // for the next handler
        }
        boolean taken = ours
                ? client.take(LISTEN.equals(request), new ListenRequest(buffer.getString(), buffer.getInt()), wantReply)
                : client.pass(wantReply);
        if (!taken) {
            throw new IOException("too many requests at once");
        }
        return Result.Replied;
    }

    /**
     * Runs {@code start} on {@code work} once every request that came before it has been answered: a command may use what it asked
     * for, as it may with a server that takes one message after the other (RFC 4254 section 4).
     */
    static void afterEarlier(Session session, Executor work, Runnable start) {
        OneClient client = session.getAttribute(CLIENT);
        boolean waits = client != null
                && !client.serial.isIdle()
                && client.serial.submit(() -> {
                    start.run();
                    return CompletableFuture.completedFuture(null);
                });
        if (!waits) {
            work.execute(start);
        }
    }

    private record OneClient(Session session, Serial serial, Map<ListenRequest, Listening> listening) {
        OneClient(Session session, Serial serial) {
            this(session, serial, new ConcurrentHashMap<>());
        }

        boolean take(boolean listen, ListenRequest request, boolean wantReply) {
            return serial.submit(() -> answer(listen, request).handle((port, failure) -> {
                reply(wantReply, failure == null ? port : Optional.empty(), request.port() == 0 && listen);
                return port;
            }));
        }

        private CompletionStage<Optional<Integer>> answer(boolean listen, ListenRequest request) {
            try {
                return listen ? listen(request) : cancel(request);
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(Failures.shown(failure));
            }
        }

        /** Something else that has to wait for its turn: as keep-alives, for which any answer will do. */
        boolean pass(boolean wantReply) {
            return serial.submit(() -> {
                reply(wantReply, Optional.empty(), false);
                return CompletableFuture.completedFuture(null);
            });
        }

        private CompletionStage<Optional<Integer>> listen(ListenRequest request) {
            InboundConnection connection = session.getAttribute(SshServerChannels.CONNECTION);
            if (connection == null || listening.size() >= MOST_LISTENING) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            HostName.require(request.host());
            return connection
                    .listen(request, (arrival, back) -> bring(request, arrival, back))
                    .thenApply(there -> {
                        listening.put(new ListenRequest(request.host(), there.port()), there);
                        return Optional.of(there.port());
                    });
        }

        private CompletionStage<Optional<Integer>> cancel(ListenRequest request) {
            Listening there = listening.remove(request);
            if (there == null) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            there.close();
            return CompletableFuture.completedFuture(Optional.of(request.port()));
        }

        /** The client knows its request by the address that it sent itself. */
        private CompletionStage<TunnelFlow> bring(ListenRequest request, TunnelRequest arrival, TunnelFlow back) {
            ForwardChannel channel = ForwardChannel.arrived(
                    new TunnelRequest(request.host(), arrival.port(), arrival.originator(), arrival.originatorPort()),
                    back);
            CompletableFuture<TunnelFlow> opened = new CompletableFuture<>();
            try {
                ChannelLimit.FORWARDED.take(session, channel);
                session.getService(ConnectionService.class).registerChannel(channel);
                channel.open().addListener(result -> {
                    if (result.isOpened()) {
                        opened.complete(channel);
                        return;
                    }
                    opened.completeExceptionally(SshProblem.CHANNEL_REFUSED.problem(
                            "the client does not take the connection", result.getException()));
                });
            } catch (ProblemException tooMany) {
                opened.completeExceptionally(tooMany);
            } catch (IOException | RuntimeException gone) {
                channel.close(true);
                opened.completeExceptionally(SshProblem.CONNECTION_LOST.problem("the client is gone", gone));
            }
            return opened;
        }

        private void reply(boolean wanted, Optional<Integer> port, boolean tellPort) {
            if (!wanted || !session.isOpen()) {
                return;
            }
            byte answer =
                    port.isPresent() ? SshConstants.SSH_MSG_REQUEST_SUCCESS : SshConstants.SSH_MSG_REQUEST_FAILURE;
            try {
                Buffer packet = session.createBuffer(answer);
                if (tellPort && port.isPresent()) {
                    packet.putUInt(port.get());
                }
                session.writePacket(packet);
            } catch (IOException gone) {
                session.close(true);
            }
        }
    }
}
