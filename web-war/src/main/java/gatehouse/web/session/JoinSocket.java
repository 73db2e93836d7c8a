package gatehouse.web.session;

import gatehouse.access.boundary.SignInWatch;
import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.session.boundary.GuestTerminal;
import gatehouse.session.boundary.SharedTerminals;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionWatcher;
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
public class JoinSocket implements SessionWatcher {
    private static final int LONGEST_FRAME = 1024 * 1024;

    @Inject
    private SharedTerminals terminals;

    @Inject
    private SignInWatch signIns;

    @Resource
    private ContextService contexts;

    private final TypingCredit credit = new TypingCredit();
    private Caller caller;
    private Wire wire;
    private Runnable stopListening = () -> {};
    private Optional<GuestTerminal> terminal = Optional.empty();
    /** What the guest typed who saw the screen before the place was theirs. */
    private final List<byte[]> early = new ArrayList<>();

    private boolean gone;

    @OnOpen
    public void opened(Session socket, @PathParam("share") String share) {
        caller = SocketCaller.of(socket);
        wire = new Wire(socket);
        socket.setMaxBinaryMessageBufferSize(LONGEST_FRAME);
        socket.setMaxIdleTimeout(0);
        stopListening = signIns.onEnd(caller, this::ended);
        new Work("guest", contexts).execute(() -> join(share));
    }

    private void join(String share) {
        try {
            joined(terminals.join(caller, ShareId.parse(share), this));
        } catch (ProblemException problem) {
            wire.text(Controls.ended(Optional.of(problem)), wire::close);
        }
    }

    private void joined(GuestTerminal place) {
        boolean late;
        synchronized (this) {
            terminal = Optional.of(place);
            early.forEach(bytes -> place.type(bytes, taken(bytes.length)));
            early.clear();
            late = gone;
        }
        if (late) {
            place.leave();
        }
    }

    /** Typed bytes. */
    @OnMessage
    public void typed(byte[] bytes) {
        if (!credit.take(bytes.length)) {
            WebSessionLog.LOG.inputFlood(caller.username());
            wire.close();
            return;
        }
        synchronized (this) {
            terminal.ifPresentOrElse(place -> place.type(bytes, taken(bytes.length)), () -> early.add(bytes));
        }
    }

    private Completion taken(int bytes) {
        return () -> credit.taken(bytes).ifPresent(sum -> wire.text(Controls.typed(sum), () -> {}));
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
        Optional<GuestTerminal> left;
        synchronized (this) {
            gone = true;
            left = terminal;
        }
        left.ifPresent(place -> new Work("guest", contexts).execute(place::leave));
    }

    @OnError
    public void failed(Throwable failure) {
        WebSessionLog.LOG.socketFailed(failure);
    }
}
