package gatehouse.web.session;

import gatehouse.access.boundary.SignInWatch;
import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.session.boundary.Sessions;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionWatcher;
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
import java.util.List;
import java.util.Optional;

/** Somebody's terminal as it happens, read only: what a watcher sends is dropped. */
@ServerEndpoint("/ws/watch/{session}")
public class WatchSocket implements SessionWatcher {
    @Inject
    private Sessions sessions;

    @Inject
    private SignInWatch signIns;

    @Resource
    private ContextService contexts;

    private Wire wire;
    private Runnable stopListening = () -> {};
    private Runnable leave = () -> {};
    private boolean gone;

    @OnOpen
    public void opened(Session socket, @PathParam("session") String id) {
        Caller caller = SocketCaller.of(socket);
        wire = new Wire(socket);
        socket.setMaxIdleTimeout(0);
        stopListening = signIns.onEnd(caller, this::ended);
        new Work("watch", contexts).execute(() -> watch(caller, id));
    }

    private void watch(Caller caller, String id) {
        try {
            joined(sessions.watch(caller, SessionId.parse(id), this));
        } catch (ProblemException problem) {
            wire.text(Controls.ended(Optional.of(problem)), wire::close);
        }
    }

    private void joined(Runnable way) {
        boolean late;
        synchronized (this) {
            leave = way;
            late = gone;
        }
        if (late) {
            way.run();
        }
    }

    @Override
    public void show(byte[] bytes, Completion done) {
        wire.binary(bytes, done::complete);
    }

    @Override
    public void resized(WindowSize size) {
        wire.text(Controls.size(size), () -> {});
    }

    @Override
    public void participants(List<Participant> people) {
        wire.text(Controls.people(people), () -> {});
    }

    @Override
    public void locked(boolean locked) {
        wire.text(Controls.locked(locked), () -> {});
    }

    @Override
    public void ended(String why) {
        wire.text(Controls.ended("ENDED", why), wire::close);
    }

    @OnClose
    public void closed() {
        stopListening.run();
        Runnable way;
        synchronized (this) {
            gone = true;
            way = leave;
        }
        new Work("watch", contexts).execute(way);
    }

    @OnError
    public void failed(Throwable failure) {
        WebSessionLog.LOG.socketFailed(failure);
    }
}
