package gatehouse.connector.ssh;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.ssh.inbound.InboundServer;
import gatehouse.connector.ssh.outbound.Dialler;
import gatehouse.connector.ssh.outbound.Terminals;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;

/**
 * Types at itself for a while after the start, so that the way of a keystroke is compiled before the first person comes: without
 * that, the slowest of a hundred takes ten times as long for the first six thousand.
 *
 * <p>A server of its own, on loopback, for as long as this takes, leads whoever signs in as {@code relay} through a client to itself,
 * where {@code echo} sends everything back. Nobody else can sign in there; sessions and the audit log hear nothing of it. It works in
 * small pieces, with pauses in which others run.
 */
final class WarmUp {
    private static final int CONNECTIONS = 10;
    private static final int KEYS_AT_A_TIME = 50;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] KEY = {'x'};

    private final InboundListener keys;
    private final Dialler dialler;
    private final Executor work;

    /** @param keys asked for the server's keys only */
    WarmUp(InboundListener keys, Dialler dialler, Executor work) {
        this.keys = keys;
        this.dialler = dialler;
        this.work = work;
    }

    /**
     * Blocks until it is done.
     *
     * @return keystrokes that came back
     */
    int run(int keystrokes) throws Exception {
        try (Secret password = WarmUpListener.randomPassword()) {
            WarmUpListener listener = new WarmUpListener(keys, password, this::relay, work);
            InboundServer server = new InboundServer(listener, WarmUpListener.spec(), work);
            listener.port = server.start();
            try {
                return type(listener.port, password, keystrokes);
            } finally {
                server.stop();
            }
        }
    }

    private int type(int port, Secret password, int keystrokes) throws InterruptedException {
        for (int i = 1; i < CONNECTIONS; i++) {
            typeOnce(port, password, 1);
        }
        return typeOnce(port, password, keystrokes);
    }

    private int typeOnce(int port, Secret password, int keystrokes) throws InterruptedException {
        ClientSession session = dialler.dial(target(port, WarmUpListener.RELAY, password));
        try {
            Screen screen = new Screen();
            TerminalInput keyboard = Terminals.open(session, TerminalRequest.exec(""), screen)
                    .toCompletableFuture()
                    .join();
            int echoed = 0;
            while (echoed < keystrokes && screen.isEchoed(keyboard)) {
                echoed++;
                if (echoed % KEYS_AT_A_TIME == 0) {
                    Thread.sleep(PAUSE);
                }
            }
            return echoed;
        } finally {
            session.close(true);
        }
    }

    private ClientSession relay(int port, Secret password) {
        return dialler.dial(target(port, WarmUpListener.ECHO, password));
    }

    private static OutboundTarget target(int port, String user, Secret password) {
        TrustCheck ourselves = (host, at, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
        Endpoint endpoint =
                new Endpoint("127.0.0.1", port, user, List.of(new Credential.Password(password)), ourselves, Map.of());
        return OutboundTarget.direct(endpoint, PATIENCE);
    }

    /** Waits for what was typed. */
    private static final class Screen implements TerminalOutput {
        private final Semaphore shown = new Semaphore(0);

        boolean isEchoed(TerminalInput keyboard) throws InterruptedException {
            keyboard.input(KEY, 0, KEY.length, Completion.NOTHING);
            return shown.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
            shown.release(length);
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void endOfOutput() {
            // the keyboard notices
        }

        @Override
        public void exited(ExitStatus status) {
            // the same
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            // the same
        }
    }
}
