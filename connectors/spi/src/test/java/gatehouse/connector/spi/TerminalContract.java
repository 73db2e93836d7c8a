package gatehouse.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every connector of the terminal shape keeps, against a real target with a POSIX shell. */
public abstract class TerminalContract {
    private static final int PIECE = 32 * 1024;
    private static final int PIECES = 3_200;
    private static final int WAIT_SECONDS = 60;

    /** A fresh, signed-in connection. */
    protected abstract TerminalConnection connect() throws Exception;

    /** Most bytes that may be under way to a sink that completes nothing. */
    protected abstract long window();

    @Test
    protected void commandDeliversOutputErrorsAndExitCode() throws Exception {
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
            Pty pty = new Pty("xterm-256color", WindowSize.cells(91, 37), Map.of(53, 1));
            TerminalInput shell = open(connection, TerminalRequest.shell(pty), output);
            type(shell, "stty -echo; echo \"size:$(stty size):$TERM\"\n");
            output.await(seen -> seen.text().contains("size:37 91:xterm-256color"));
            shell.resize(WindowSize.cells(120, 50));
            type(shell, "echo \"size:$(stty size)\"\n");
            output.await(seen -> seen.text().contains("size:50 120"));
            type(shell, "exit 3\n");
            output.awaitEnd();
        }
        assertThat(output.exit()).contains(new ExitStatus.Code(3));
    }

    @Test
    protected void endOfInputLeavesTheOutputOpen() throws Exception {
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

    @Test
    protected void closingTheHandleEndsTheSessionAndTellsIt() throws Exception {
        TestingOutput output = new TestingOutput();
        TerminalConnection connection = connect();
        open(connection, TerminalRequest.exec("sleep 600"), output);
        connection.close();
        output.awaitEnd();
        connection.whenClosed().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        assertThatThrownBy(() -> open(connection, TerminalRequest.exec("true"), new TestingOutput()))
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
