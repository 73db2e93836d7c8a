package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Debian's {@code sz} and {@code rz} in a terminal at the target, and their counterparts where the person's terminal would be. */
class ZmodemE2E {
    /** As a person: what is typed before it is echoed twice. */
    private static final String PROMPT = "$ ";

    private static final String SENDER_BEGINS = "\30B00";
    private static final String RECEIVER_BEGINS = "\30B01";
    /** ZFIN, which the program at the target sends in either direction; no file's content holds it as it is. */
    private static final String LAST_FRAME = "\30B08";

    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("zmodem-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    @Test
    void aFileIsSentToThePersonAndIsInTheLog() throws IOException, InterruptedException {
        byte[] content = Content.random(71, 700_000);
        Content.write(estate.there().resolve("report é"), content);

        String shown = converse(estate.carrierLogin(), "sz", "'report é'", SENDER_BEGINS, "rz", "-q");

        assertThat(Content.read(estate.here().resolve("report é"))).isEqualTo(content);
        assertThat(shown).contains("still-a-shell-42");
        estate.requireDownloadThroughTerminal("zmodem", "report é", content, "\\u0018", atTarget("sz", "'report é'"));
    }

    @Test
    void aFileIsTakenFromThePersonAndIsInTheLog() throws IOException, InterruptedException {
        byte[] content = Content.random(72, 500_000);
        Content.write(estate.here().resolve("upload"), content);

        String shown = converse(estate.carrierLogin(), "rz", "", RECEIVER_BEGINS, "sz", "-q", "upload");

        assertThat(Content.read(estate.there().resolve("upload"))).isEqualTo(content);
        assertThat(shown).contains("still-a-shell-42");
        estate.log().requireWhole("write", "upload", content);
    }

    @Test
    void withoutTheActionsBothAreRefusedAndTheShellGoesOn() throws IOException, InterruptedException {
        Content.write(estate.there().resolve("secret"), Content.random(73, 1000));

        String down = refused("sz", "secret", "does not include download");
        String up = refused("rz", "", "does not include upload");

        assertThat(down).doesNotContain(SENDER_BEGINS);
        assertThat(up).doesNotContain(RECEIVER_BEGINS);
        estate.log()
                .require(
                        "read",
                        "",
                        line -> line.getString("protocol").equals("zmodem")
                                && line.getString("result").equals("denied"));
    }

    private static String refused(String program, String argument, String reason)
            throws IOException, InterruptedException {
        Terminal terminal = new Terminal(estate.lookerLogin());
        terminal.until(PROMPT);
        terminal.type(atTarget(program, argument) + "\n");
        terminal.until(reason);
        return terminal.leave();
    }

    /** By its path: a login shell's own PATH does not lead to it. */
    private static String atTarget(String program, String argument) {
        return (Peers.program(program) + " -q " + argument).strip();
    }

    /** Types a command, connects the person's program when the target's has begun, and leaves the shell. Gives what was shown. */
    private static String converse(String login, String atTarget, String argument, String begins, String... program)
            throws IOException, InterruptedException {
        Terminal terminal = new Terminal(login);
        terminal.until(PROMPT);
        terminal.type(atTarget(atTarget, argument) + "\n");
        terminal.until(begins);
        terminal.connect(program);
        return terminal.leave();
    }

    /** {@code ssh -tt} with pipes, so that a program can take the terminal's place. */
    private static final class Terminal {
        private final Process ssh;
        private final InputStream out;
        private final OutputStream in;
        private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

        Terminal(String login) throws IOException {
            ssh = estate.client().terminal(login).builder().start();
            CompletableFuture.delayedExecutor(FilesEstate.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .execute(ssh::destroyForcibly);
            out = ssh.getInputStream();
            in = ssh.getOutputStream();
        }

        void type(String text) throws IOException {
            in.write(text.getBytes(StandardCharsets.UTF_8));
            in.flush();
        }

        private String text() {
            return shown.toString(StandardCharsets.UTF_8);
        }

        void until(String text) throws IOException {
            while (!text().contains(text)) {
                read();
            }
        }

        private void read() throws IOException {
            byte[] buffer = new byte[8192];
            int count = out.read(buffer);
            assertThat(count).as("still running: " + text()).isPositive();
            shown.write(buffer, 0, count);
        }

        void connect(String... program) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(program));
            command.set(0, Peers.program(program[0]));
            Process local = estate.local(command)
                    .builder()
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] already = shown.toByteArray();
            int from = text(already).lastIndexOf("**\30B0");
            local.getOutputStream().write(already, from, already.length - from);
            local.getOutputStream().flush();
            Thread toTarget = Thread.ofVirtual().start(() -> pass(local.getInputStream(), in, false));
            Thread fromTarget = Thread.ofVirtual().start(() -> pass(out, local.getOutputStream(), true));
            assertThat(local.waitFor()).isZero();
            toTarget.join();
            fromTarget.join();
            // until its end the program at the target reads what is typed
            while (!isBackInTheShell()) {
                read();
            }
        }

        private boolean isBackInTheShell() {
            String all = text(shown.toByteArray());
            int end = all.lastIndexOf(LAST_FRAME);
            return end >= 0 && all.indexOf(PROMPT, end) >= 0;
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        private void pass(InputStream source, OutputStream sink, boolean shows) {
            byte[] buffer = new byte[8192];
            try {
                for (int count = source.read(buffer); count > 0; count = source.read(buffer)) {
                    if (shows) {
                        shown.write(buffer, 0, count);
                    }
                    sink.write(buffer, 0, count);
                    sink.flush();
                    if (shows && isBackInTheShell()) {
                        return;
                    }
                }
            } catch (IOException ended) {
                // the program has what it wanted; what the shell says is read on by whoever comes next
            }
        }

        String leave() throws IOException, InterruptedException {
            type("\necho still-a-shell-$((40 + 2))\n");
            until("still-a-shell-42");
            type("exit\n");
            in.close();
            shown.write(out.readAllBytes());
            ssh.waitFor();
            return text();
        }
    }
}
