package gatehouse.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every connector of the terminal shape keeps, against a real target with a POSIX shell. */
public abstract class TerminalContract {
    private static final int PIECE = 32 * 1024;
    private static final int PIECES = 3_200;
    private static final int WAIT_SECONDS = 180;
    private static final int SHELL_BYTES = 300_000;
    private static final String ALL_BYTES =
            "for (1..1000) { print map({ chr } 0..255), \"\\r\\0\\r\\n\\r\\r\\xff\\xff\\r\\xff\\0\" }";

    /** As {@link #connect} and the tests ask for it. */
    protected static final Pty PTY = new Pty("xterm-256color", WindowSize.cells(91, 37), Map.of(53, 1));

    /** What a protocol may lack. */
    protected enum Ability {
        /** Commands without a terminal, several on one connection. */
        COMMANDS,
        EXIT_STATUS
    }

    /** What this one can; the rest it must refuse, or leave unsaid. */
    protected Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    /** A fresh, signed-in connection. */
    protected abstract TerminalConnection connect() throws Exception;

    /** Most bytes that may be under way to a sink that completes nothing. */
    protected abstract long window();

    /** Then commands must be refused, and properly. */
    private boolean isWithoutCommands() throws Exception {
        if (abilities().contains(Ability.COMMANDS)) {
            return false;
        }
        try (TerminalConnection connection = connect()) {
            assertThatThrownBy(() -> open(connection, TerminalRequest.exec("true"), new TestingOutput()))
                    .hasCauseInstanceOf(ProblemException.class);
        }
        return true;
    }

    @Test
    protected void commandDeliversOutputErrorsAndExitCode() throws Exception {
        if (isWithoutCommands()) {
            return;
        }
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.exec("echo out; echo err >&2; exit 7"), output);
            assertThat(output.awaitEnd()).isEmpty();
        }
        assertThat(output.text()).isEqualTo("out\n");
        assertThat(output.errors()).isEqualTo("err\n");
        assertThat(output.exit()).contains(new ExitStatus.Code(7));
        assertThat(output.outputEnded()).isTrue();
    }

    @Test
    protected void killedCommandTellsItsSignal() throws Exception {
        if (isWithoutCommands()) {
            return;
        }
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.exec("kill -TERM $$"), output);
            output.awaitEnd();
        }
        assertThat(output.exit())
                .get()
                .isInstanceOfSatisfying(
                        ExitStatus.Signal.class,
                        signal -> assertThat(signal.name()).isEqualTo("TERM"));
    }

    @Test
    protected void shellHasTheTerminalThatWasAskedForAndFollowsResizes() throws Exception {
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
            type(shell, "stty -echo; echo \"size:$(stty size):$TERM\"\n");
            output.await(seen -> seen.text().contains("size:37 91:xterm-256color"));
            shell.resize(WindowSize.cells(120, 50));
            type(shell, "echo \"size:$(stty size)\"\n");
            output.await(seen -> seen.text().contains("size:50 120"));
            type(shell, "exit 3\n");
            assertThat(output.awaitEnd()).isEmpty();
        }
        assertThat(output.outputEnded()).isTrue();
        assertThat(output.exit())
                .contains(
                        abilities().contains(Ability.EXIT_STATUS) ? new ExitStatus.Code(3) : new ExitStatus.Unknown());
    }

    @Test
    protected void terminalInRawModeCarriesEveryByteInBothDirections() throws Exception {
        byte[] sent = new byte[SHELL_BYTES];
        new Random(11).nextBytes(sent);
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
            type(
                    shell,
                    "stty raw -echo; printf '<%s>' on; head -c " + SHELL_BYTES + " | sha256sum;"
                            + " printf '<%s>' off; read -r go; perl -e '" + ALL_BYTES + "'; read -r go; exit\n");
            output.await(seen -> seen.text().contains("<on>"));
            CountDownLatch written = new CountDownLatch(1);
            shell.input(sent, 0, sent.length, written::countDown);
            output.await(seen -> seen.text().contains("<off>"));
            assertThat(output.text()).contains(sha256(sent));
            assertThat(written.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            output.countAnew();
            type(shell, "go\n");
            byte[] wanted = allBytes();
            output.await(seen -> seen.bytes() >= wanted.length);
            assertThat(output.hash()).isEqualTo(sha256(wanted));
        }
    }

    private static byte[] allBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int round = 0; round < 1000; round++) {
            for (int value = 0; value < 256; value++) {
                all.write(value);
            }
            all.writeBytes(new byte[] {'\r', 0, '\r', '\n', '\r', '\r', -1, -1, '\r', -1, 0});
        }
        return all.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(TestingOutput.sha256().digest(bytes));
    }

    @Test
    protected void endOfInputLeavesTheOutputOpen() throws Exception {
        if (isWithoutCommands()) {
            return;
        }
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            TerminalInput command = open(connection, TerminalRequest.exec("cat; echo after"), output);
            type(command, "before\n");
            command.endOfInput();
            output.awaitEnd();
        }
        assertThat(output.text()).isEqualTo("before\nafter\n");
    }

    @Test
    protected void manyBytesArriveWholeInBothDirections() throws Exception {
        if (isWithoutCommands()) {
            return;
        }
        TestingOutput output = new TestingOutput();
        MessageDigest sent = TestingOutput.sha256();
        try (TerminalConnection connection = connect()) {
            TerminalInput command = open(connection, TerminalRequest.exec("cat"), output);
            Semaphore mayBeUnderWay = new Semaphore(64);
            Random random = new Random(7);
            byte[] piece = new byte[PIECE];
            for (int i = 0; i < PIECES; i++) {
                random.nextBytes(piece);
                sent.update(piece);
                assertThat(mayBeUnderWay.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS))
                        .isTrue();
                command.input(piece, 0, piece.length, mayBeUnderWay::release);
            }
            command.endOfInput();
            output.awaitEnd();
        }
        assertThat(output.bytes()).isEqualTo((long) PIECE * PIECES);
        assertThat(output.hash()).isEqualTo(HexFormat.of().formatHex(sent.digest()));
    }

    @Test
    protected void stoppedReaderStopsTheTargetAndCosts1Window() throws Exception {
        if (isWithoutCommands()) {
            return;
        }
        TestingOutput output = new TestingOutput().hold();
        long wanted = 64L * 1024 * 1024;
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.exec("head -c " + wanted + " /dev/zero"), output);
            output.await(seen -> seen.bytes() >= window() - 64 * 1024);
            // a second command on the same wire still runs, and by its end more would have arrived if it could
            TestingOutput other = new TestingOutput();
            open(connection, TerminalRequest.exec("head -c 1000000 /dev/zero | wc -c"), other);
            other.awaitEnd();
            assertThat(output.bytes()).isLessThanOrEqualTo(window());
            output.letGo();
            output.awaitEnd();
        }
        assertThat(output.bytes()).isEqualTo(wanted);
    }

    @Test
    protected void stoppedTargetHoldsCompletionsBack() throws Exception {
        if (isWithoutCommands()) {
            return;
        }
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            TerminalInput command = open(connection, TerminalRequest.exec("read go < /dev/tty; sleep 0"), output);
            byte[] piece = new byte[PIECE];
            Semaphore done = new Semaphore(0);
            for (int i = 0; i < 1_000; i++) {
                command.input(piece, 0, piece.length, done::release);
            }
            command.close();
            output.awaitEnd();
            // R1.2: also what was never written is completed
            assertThat(done.tryAcquire(1_000, WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** R1.2 */
    @Test
    protected void everyInputIsCompletedOnceAlsoAfterTheEnd() throws Exception {
        TestingOutput output = new TestingOutput().hold();
        TerminalConnection connection = connect();
        TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
        byte[] piece = new byte[PIECE];
        Semaphore done = new Semaphore(0);
        for (int i = 0; i < 200; i++) {
            shell.input(piece, 0, piece.length, done::release);
        }
        connection.close();
        output.letGo();
        output.awaitEnd();
        for (int i = 0; i < 10; i++) {
            shell.input(piece, 0, piece.length, done::release);
            shell.resize(WindowSize.cells(80, 24));
            shell.signal("INT");
            shell.endOfInput();
            shell.close();
        }
        assertThat(done.tryAcquire(210, WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(done.availablePermits()).isZero();
    }

    @Test
    protected void closingTheHandleEndsTheSessionAndTellsIt() throws Exception {
        TestingOutput output = new TestingOutput();
        TerminalConnection connection = connect();
        open(connection, TerminalRequest.shell(PTY), output);
        connection.close();
        output.awaitEnd();
        connection.whenClosed().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        assertThatThrownBy(() -> open(connection, TerminalRequest.shell(PTY), new TestingOutput()))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ProblemException.class);
    }

    @Test
    protected void unknownSubsystemIsRefusedWithAReason() throws Exception {
        try (TerminalConnection connection = connect()) {
            TerminalRequest request = new TerminalRequest(
                    TerminalRequest.Kind.SUBSYSTEM, "no-such-thing", java.util.Optional.empty(), Map.of());
            assertThatThrownBy(() -> open(connection, request, new TestingOutput()))
                    .hasCauseInstanceOf(ProblemException.class);
        }
    }

    protected static TerminalInput open(TerminalConnection connection, TerminalRequest request, TerminalOutput output)
            throws Exception {
        return connection.open(request, output).toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
    }

    protected static void type(TerminalInput input, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        input.input(bytes, 0, bytes.length, Completion.NOTHING);
    }
}
