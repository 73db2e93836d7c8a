package gatehouse.web.session;

import gatehouse.access.boundary.SignInWatch;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.session.boundary.ConnectionTokens;
import gatehouse.session.boundary.OpenedTerminal;
import gatehouse.session.boundary.SessionOpener;
import gatehouse.session.boundary.Sessions;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionProblem;
import gatehouse.web.SocketCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A terminal in the browser; the package says what is spoken. One instance for each socket. */
@ServerEndpoint("/ws/terminal")
public class TerminalSocket {
    private static final String TERM = "xterm-256color";

    /** Browsers send UTF-8. Every system has this locale, or falls back to its own. */
    private static final String LANG = "C.UTF-8";

    static final int LONGEST_CONTROL = 64 * 1024;
    /** A browser sends pieces of 16 KiB, and waits when this much was not taken. */
    static final int LONGEST_TYPING = 256 * 1024;

    /** A computer that sleeps is not gone, and its shell waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Inject
    private SessionOpener opener;

    @Inject
    private ConnectionTokens tokens;

    @Inject
    private Sessions sessions;

    @Inject
    private BrowserShells shells;

    @Inject
    private SocketShare sockets;

    @Inject
    private WindowRoom room;

    @Inject
    private SignInWatch signIns;

    @Resource
    private ContextService contexts;

    private Caller caller;
    private Wire wire;
    private final TypingCredit credit = new TypingCredit();
    private Runnable stopListening = () -> {};
    private Runnable stopWaiting = () -> {};
    private Optional<SocketShare.Place> place = Optional.empty();
    private volatile BrowserShell shell;

    @OnOpen
    public void opened(Session socket) {
        caller = SocketCaller.of(socket);
        wire = new Wire(socket, new Work("terminal", contexts), PATIENCE);
        socket.setMaxTextMessageBufferSize(LONGEST_CONTROL);
        socket.setMaxBinaryMessageBufferSize(LONGEST_TYPING);
        socket.setMaxIdleTimeout(0);
        place = sockets.enter(caller);
        if (place.isEmpty()) {
            refuse(SocketShare.full());
            return;
        }
        stopWaiting = shells.afterSilence(this::endIfSilent);
        stopListening = signIns.onEnd(caller, why -> refuse(SessionProblem.SIGN_IN_ENDED.problem(why)));
    }

    private void endIfSilent() {
        if (shell == null) {
            refuse(SessionProblem.FRAME_INVALID.problem(
                    "nobody has asked for a terminal on this socket; open it again"));
        }
    }

    /** Typed bytes. */
    @OnMessage
    public void typed(byte[] bytes) {
        BrowserShell target = shell;
        if (target == null) {
            return;
        }
        if (!credit.admit(bytes.length, this::cutOff)) {
            return;
        }
        target.typed(bytes, () -> credit.taken(bytes.length).ifPresent(sum -> target.tell(wire, Controls.typed(sum))));
    }

    private void cutOff() {
        WebSessionLog.LOG.inputFlood(caller.username());
        wire.close();
    }

    @OnMessage
    public void control(String text) {
        try {
            obey(TerminalFrame.parse(text));
        } catch (RuntimeException failure) {
            refuse(SocketFailure.problem(failure));
        }
    }

    private void obey(TerminalFrame frame) {
        Optional<BrowserShell> target = Optional.ofNullable(shell);
        switch (frame) {
            case TerminalFrame.Open open -> open(open);
            case TerminalFrame.Resume resume -> resume(resume);
            case TerminalFrame.Resize resize -> target.ifPresent(to -> to.resize(resize.size()));
            case TerminalFrame.Acknowledge ack -> target.ifPresent(to -> to.acknowledge(ack.received()));
            case TerminalFrame.Close _ -> target.ifPresent(BrowserShell::close);
        }
    }

    private void open(TerminalFrame.Open wanted) {
        requireNoShell();
        BrowserShell fresh = new BrowserShell(caller, BrowserShells.hash(wanted.tab()), wire, room);
        shell = fresh;
        CompletableFuture<Void> _ = new Work("terminal", contexts)
                .supply(() -> {
                    try (Secret value = wanted.token()) {
                        return tokens.request(tokens.redeem(caller, value), shell(wanted.size()));
                    }
                })
                .thenCompose(request -> connect(request, fresh))
                .handle((opened, failure) -> result(fresh, opened, failure));
    }

    private java.util.concurrent.CompletionStage<OpenedTerminal> connect(ConnectRequest request, BrowserShell fresh) {
        SessionOrigin origin = new SessionOrigin(SessionOrigin.Via.WEB, caller.address());
        return opener.open(caller, origin, request, fresh);
    }

    private Void result(BrowserShell fresh, OpenedTerminal opened, Throwable failure) {
        if (failure == null) {
            shells.add(opened.id(), fresh);
            fresh.whenOver(() -> shells.remove(opened.id()));
            fresh.opened(opened);
            follow(opened.id(), fresh);
        } else {
            refuse(SocketFailure.problem(failure));
        }
        return null;
    }

    private void follow(SessionId id, BrowserShell fresh) {
        try {
            sessions.follow(caller, id, fresh);
        } catch (ProblemException e) {
            // it was over at once, and said so
            WebSessionLog.LOG.debug("no news about a session that is over", e);
        }
    }

    static TerminalRequest shell(WindowSize size) {
        return new TerminalRequest(
                TerminalRequest.Kind.SHELL, "", Optional.of(new Pty(TERM, size, Map.of())), Map.of("LANG", LANG));
    }

    private void resume(TerminalFrame.Resume wanted) {
        requireNoShell();
        SessionId id = wanted.session();
        BrowserShell found = shells.find(id, caller, wanted.tab())
                .orElseThrow(() -> SessionProblem.SESSION_ENDED.problem("that session is over"));
        shell = found;
        found.resume(wire, wanted.received(), wanted.size(), mark -> sessions.picture(caller, id, mark));
    }

    /** One for each socket, or nobody would miss the one before. */
    private void requireNoShell() {
        if (place.isEmpty()) {
            throw SocketShare.full();
        }
        if (shell != null) {
            throw SessionProblem.FRAME_INVALID.problem("this socket has a terminal already");
        }
    }

    private void refuse(ProblemException problem) {
        wire.end(Controls.ended(Optional.of(problem)));
    }

    @OnClose
    public void closed() {
        stopListening.run();
        stopWaiting.run();
        place.ifPresent(SocketShare.Place::leave);
        BrowserShell target = shell;
        if (target != null) {
            shells.detached(target, wire);
        }
    }

    @OnError
    public void failed(Throwable failure) {
        WebSessionLog.LOG.socketFailed(failure);
    }
}
