package gatehouse.web.session;

import gatehouse.access.boundary.SignInWatch;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Work;
import gatehouse.session.boundary.Sessions;
import gatehouse.session.entity.SessionId;
import gatehouse.web.SocketCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Optional;

/** Somebody's terminal as it happens, read only: what a watcher sends is dropped. */
@ServerEndpoint("/ws/watch/{session}")
public class WatchSocket {
    @Inject
    private Sessions sessions;

    @Inject
    private SocketShare sockets;

    @Inject
    private SignInWatch signIns;

    @Resource
    private ContextService contexts;

    private WatchWire wire;
    private Runnable stopListening = () -> {};
    private Optional<SocketShare.Place> place = Optional.empty();

    @OnOpen
    public void opened(Session socket, @PathParam("session") String id) {
        Caller caller = SocketCaller.of(socket);
        wire = new WatchWire(socket, new Work("watch", contexts));
        socket.setMaxTextMessageBufferSize(TerminalSocket.LONGEST_CONTROL);
        socket.setMaxBinaryMessageBufferSize(TerminalSocket.LONGEST_CONTROL);
        socket.setMaxIdleTimeout(0);
        place = sockets.enter(caller);
        if (place.isEmpty()) {
            wire.refused(SocketShare.full());
            return;
        }
        stopListening = signIns.onEnd(caller, wire::ended);
        wire.enter(() -> sessions.watch(caller, SessionId.parse(id), wire));
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
