package gatehouse.web.session;

import gatehouse.access.boundary.SignInWatch;
import gatehouse.connector.spi.Completion;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Work;
import gatehouse.session.boundary.GuestTerminal;
import gatehouse.session.boundary.SharedTerminals;
import gatehouse.session.entity.ShareId;
import gatehouse.web.SocketCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody else's terminal, for a person who was invited and has redeemed the link. */
@ServerEndpoint("/ws/join/{share}")
public class JoinSocket {
    @Inject
    private SharedTerminals terminals;

    @Inject
    private SocketShare sockets;

    @Inject
    private SignInWatch signIns;

    @Resource
    private ContextService contexts;

    private final TypingCredit credit = new TypingCredit();
    private Caller caller;
    private WatchWire wire;
    private Runnable stopListening = () -> {};
    private Optional<SocketShare.Place> place = Optional.empty();
    private Optional<GuestTerminal> terminal = Optional.empty();
    /** What the guest typed who saw the screen before the place was theirs. */
    private final List<byte[]> early = new ArrayList<>();

    @OnOpen
    public void opened(Session socket, @PathParam("share") String share) {
        caller = SocketCaller.of(socket);
        wire = new WatchWire(socket, new Work("guest", contexts));
        socket.setMaxTextMessageBufferSize(TerminalSocket.LONGEST_CONTROL);
        socket.setMaxBinaryMessageBufferSize(TerminalSocket.LONGEST_TYPING);
        socket.setMaxIdleTimeout(0);
        place = sockets.enter(caller);
        if (place.isEmpty()) {
            wire.refused(SocketShare.full());
            return;
        }
        stopListening = signIns.onEnd(caller, wire::ended);
        wire.enter(() -> join(share));
    }

    private Runnable join(String share) {
        GuestTerminal place = terminals.join(caller, ShareId.parse(share), wire);
        synchronized (this) {
            terminal = Optional.of(place);
            early.forEach(bytes -> place.type(bytes, taken(bytes.length)));
            early.clear();
        }
        return place::leave;
    }

    /** Typed bytes. */
    @OnMessage
    public void typed(byte[] bytes) {
        if (place.isEmpty()) {
            return;
        }
        if (!credit.admit(bytes.length, this::cutOff)) {
            return;
        }
        synchronized (this) {
            terminal.ifPresentOrElse(place -> place.type(bytes, taken(bytes.length)), () -> early.add(bytes));
        }
    }

    private void cutOff() {
        WebSessionLog.LOG.inputFlood(caller.username());
        wire.cut();
    }

    private Completion taken(int bytes) {
        return () -> credit.taken(bytes).ifPresent(sum -> wire.tell(Controls.typed(sum)));
    }

    @OnClose
    public void closed() {
        stopListening.run();
        place.ifPresent(SocketShare.Place::leave);
        wire.leave();
    }

    @OnError
    public void failed(Throwable failure) {
        WebSessionLog.LOG.socketFailed(failure);
    }
}
