package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.session.control.Typist;
import gatehouse.session.entity.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.5: typed bytes that the screen did not echo are never written. */
class EchoTrackerTest {
    private static final UserId ALICE = UserId.next();
    private static final UserId BOB = UserId.next();

    @TempDir
    Path directory;

    private Path path;
    private Recorder recorder;
    private EchoTracker tracker;

    @BeforeEach
    void begin() throws IOException {
        path = directory.resolve(SessionId.next() + ".ghr");
        RecordingHeader header = new RecordingHeader(SessionId.next(), Instant.EPOCH, 80, 24, "t", new byte[8]);
        try (Secret key = Secret.copyOf(new byte[32])) {
            recorder = new Recorder(
                    RecordingFile.create(path, header, key),
                    Runnable::run,
                    () -> 0,
                    new TestingRecorderListener(),
                    new WriteTrouble());
        }
        tracker = new EchoTracker(recorder, new TypistLog(recorder, new Typist(ALICE, "alice")));
    }

    @Test
    void echoedLineIsInput() throws IOException {
        typed("ls");
        shown("ls");
        typed("\r");
        shown("\r\nfile\r\n$ ");
        assertThat(events()).isEqualTo("i:ls i:\r");
    }

    /** R11.9: what two people type at once is each one's own, although the screen echoes it late and in one piece. */
    @Test
    void everyByteIsOfThePersonWhoTypedIt() throws IOException {
        Typist bob = new Typist(BOB, "bob");
        typed("ec");
        typedBy(bob, "ho");
        typed(" x\r");
        shown("echo x\r\nx\r\nPassword: ");
        typedBy(bob, "secret");
        typed("more\r");
        shown("\r\n");
        assertThat(events())
                .isEqualTo("i:ec w:" + BOB + " bob i:ho w:" + ALICE + " alice i: x i:\r" + " w:" + BOB + " bob n:6 w:"
                        + ALICE + " alice n:4 i:\r");
    }

    @Test
    void passwordIsOnlyCounted() throws IOException {
        shown("Password: ");
        typed("hunter2");
        typed("\r");
        shown("\r\nLast login: hunter\r\n");
        typed("ls");
        shown("ls");
        assertThat(events()).isEqualTo("n:7 i:\r i:ls");
    }

    @Test
    void colouringShellPaintsTheWordAgain() throws IOException {
        typed("l");
        shown("\033[4ml\033[24m");
        typed("s");
        shown("\b\033[1mls\033[0m");
        assertThat(events()).isEqualTo("i:l i:s");
    }

    @Test
    void cursorKeysDoNotHideWhatFollows() throws IOException {
        typed("\033[A");
        shown("previous command");
        typed("x");
        shown("x");
        assertThat(events()).isEqualTo("i:\033[A i:x");
    }

    @Test
    void secretsTypedAheadOfAPromptAreNotLeaked() throws IOException {
        typed("sudo -s\rS3cret!\r");
        shown("sudo -s\r\n[sudo] password for joe: \r\n# ");
        assertThat(events()).isEqualTo("i:sudo -s i:\r n:7 i:\r");
    }

    @Test
    void nothingUnechoedIsEverWritten() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            typed("Zq" + random.nextInt(1_000_000) + "\r");
            byte[] noise = new byte[random.nextInt(80)];
            for (int j = 0; j < noise.length; j++) {
                noise[j] = (byte) " abc\033[m\r\n\b7".charAt(random.nextInt(11));
            }
            tracker.shown(noise, 0, noise.length);
            shown("\r\n");
        }
        assertThat(events()).doesNotContain("Zq");
    }

    private void typed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tracker.typed(bytes, 0, bytes.length, Optional.empty());
    }

    private void typedBy(Typist who, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tracker.typed(bytes, 0, bytes.length, Optional.of(who));
    }

    private void shown(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tracker.shown(bytes, 0, bytes.length);
    }

    private String events() throws IOException {
        tracker.close();
        recorder.finish().join();
        return RecordingFormatTest.events(path, RecordingScan.of(path)).stream()
                .map(e -> (char) e.type().code() + ":" + new String(e.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }
}
