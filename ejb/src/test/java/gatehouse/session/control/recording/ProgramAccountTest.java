package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.kernel.Secret;
import gatehouse.session.entity.RecordingRules;
import gatehouse.session.entity.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.53: what carries no files is kept, whatever its name. */
class ProgramAccountTest {
    @TempDir
    Path directory;

    private Path path;
    private Recorder recorder;
    /** What is to be done when lines have waited long enough. */
    private final List<Runnable> timers = new ArrayList<>();

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
    }

    @Test
    void filesAreToldByTheirSize() throws IOException {
        ProgramAccount account = account("git-upload-pack '/srv/code.git'");
        shown(account, "00");
        shown(account, "0eversion 2\n0000PACKsecret");
        typed(account, "0032want secret");
        account.close();

        assertThat(events()).doesNotContain("secret").contains(":28 ", ":15 ");
    }

    @Test
    void aShellUnderTheNameOfAFileServerIsKept() throws IOException {
        ProgramAccount account = account("git-upload-pack /srv");
        shown(account, "$");
        shown(account, " ");
        typed(account, "id\n");
        shown(account, "uid=0(root)\n");
        account.close();

        assertThat(events()).contains("o:$", "i:id\n", "o:uid=0(root)\n");
    }

    /** One end that talks as it should does not hide the other one. */
    @Test
    void oneWrongGreetingIsEnough() throws IOException {
        ProgramAccount account = account("git-upload-pack /srv");
        shown(account, "0000");
        typed(account, "id\n");
        shown(account, "uid=0(root)\n");
        account.close();

        assertThat(events()).contains("i:id\n", "o:uid=0(root)\n");
    }

    @Test
    void aGreetingThatNeverEndsIsKept() throws IOException {
        ProgramAccount account = account("git-upload-pack /srv");
        shown(account, "00");
        typed(account, "1");
        account.endOfInput();
        account.close();

        assertThat(events()).contains("o:00", "i:1");
    }

    @Test
    void aChainedCommandIsNoFileServer() throws IOException {
        ProgramAccount account = account("git-upload-pack x; bash");
        shown(account, "0000");
        typed(account, "0000\n");
        account.close();

        assertThat(events()).contains("o:0000", "i:0000\n");
    }

    /** R11.52: the time of lines that are due begins with themselves. */
    @Test
    void anEarlierTimerSettlesNoLaterLines() throws IOException {
        ProgramAccount account = account("cat");
        typed(account, "first\n");
        shown(account, "first\n");
        account.settle();
        typed(account, "s3cret\n");
        shown(account, "printed first\n");
        timers.getFirst().run();
        error(account, "Password: ");
        account.close();

        assertThat(events()).contains("i:first\n").doesNotContain("s3cret");
    }

    private static void error(ProgramAccount account, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        account.shown(EventType.ERROR, bytes, 0, bytes.length);
    }

    private ProgramAccount account(String command) {
        TerminalRequest request = new TerminalRequest(TerminalRequest.Kind.EXEC, command, Optional.empty(), Map.of());
        return new ProgramAccount(recorder, request, new RecordingRules(), timers::add);
    }

    private static void shown(ProgramAccount account, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        account.shown(EventType.OUTPUT, bytes, 0, bytes.length);
    }

    private static void typed(ProgramAccount account, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        account.typed(bytes, 0, bytes.length);
    }

    private String events() throws IOException {
        recorder.finish().join();
        return RecordingFormatTest.events(path, RecordingScan.of(path)).stream()
                .map(e -> (char) e.type().code() + ":" + new String(e.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }
}
