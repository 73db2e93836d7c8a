package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Targets and clients that misbehave, with the real client: each gets a clear word, nothing hangs, the session row says why. */
class SshBadDaysE2E {
    private static final int FLOODS = 4;
    /** Windows of both sides, what the recorder may be behind, the channel's own. */
    private static final long MOST_HELD = 16L << 20;

    private static FilesEstate estate;
    private static Estate rest;
    private static String user;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("bad-target");
        rest = new Estate(estate.gatehouse());
        user = rest.user("bad-day");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static SessionLog sessions() {
        return new SessionLog(estate.gatehouse().admin());
    }

    private static Program.Result ssh(String... command) {
        return estate.client()
                .ssh(estate.carrierLogin(), command)
                .atMost(FilesEstate.PATIENCE)
                .run();
    }

    @Test
    void linesOfAMegabyteAndBytesThatAreNoTextArriveUnchanged() {
        Program.Result line = ssh("head -c 1000000 /dev/zero | tr '\\0' x; echo");
        Program.Result every = ssh("i=0; while [ $i -lt 256 ]; do printf \"\\\\$(printf %o $i)\"; i=$((i+1)); done");

        assertThat(line.bytes()).hasSize(1_000_001);
        assertThat(every.bytes()).hasSize(256);
        for (int i = 0; i < 256; i++) {
            assertThat(every.bytes()[i] & 0xff).isEqualTo(i);
        }
        assertThat(sessions().replay(sessions().lastEnded(estate.carrier()))).contains("\ufffd");
    }

    @Test
    void aTerminalShowsBrokenTextAndLongLinesAndIsStillRecorded() {
        Program.Result result = estate.client()
                .terminal(estate.carrierLogin())
                .typing(
                        "printf '\\377\\376\\303(broken'; head -c 1000000 /dev/zero | tr '\\0' y; echo; echo the-end-$((40 + 2))\nexit\n")
                .atMost(FilesEstate.PATIENCE)
                .run();

        assertThat(result.out()).contains("broken").contains("the-end-42");
        assertThat(sessions().replay(sessions().lastEnded(estate.carrier()))).contains("the-end-42");
    }

    @Test
    void aHalfClosedChannelStillAnswers() {
        byte[] content = Content.random(61, 400_000);

        Program.Result result = estate.client()
                .ssh(estate.carrierLogin(), "cat; sleep 1; echo done")
                .typing(content)
                .atMost(FilesEstate.PATIENCE)
                .run();

        assertThat(result.code()).isZero();
        assertThat(result.bytes()).hasSize(content.length + 5);
        assertThat(result.out()).endsWith("done\n");
    }

    @Test
    void windowsWithoutSizeAndOfAbsurdSizeDoNoHarm() {
        for (String size : new String[] {"cols 0 rows 0", "cols 10000 rows 10000", "cols 1 rows 1"}) {
            Program.Result result = Peers.withLibraries(estate.local(List.of(
                            "script",
                            "-qec",
                            "stty " + size + "; " + estate.remoteShell(estate.carrierLogin())
                                    + " -tt 127.0.0.1 'stty size; seq 1 500; echo still-here'",
                            "/dev/null")))
                    .run();

            assertThat(result.out()).as(size + result).contains("500").contains("still-here");
        }
    }

    /** A client that is stopped holds its target back; what waits for it stays within the windows. */
    @Test
    void aFloodAgainstAStoppedClientGrowsNoMemory() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(estate.remoteShell(estate.carrierLogin()).split(" ", -1)));
        command.addAll(List.of("127.0.0.1", "while head -c 65536 /dev/zero; do echo x >> flood-$$; done"));
        List<Process> clients = new ArrayList<>();
        long before = liveHeap();
        try {
            for (int i = 0; i < FLOODS; i++) {
                clients.add(estate.local(command)
                        .builder()
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            awaitBlocks(FLOODS, 2000);
            for (Process client : clients) {
                signal(client, "STOP");
            }
            // on a busy machine what still flows may stand for seconds
            Eventually.holds(() -> {
                long standing = awaitStandstill();
                assertThat(blocks())
                        .as("blocks of 64 KiB that left the targets")
                        .isEqualTo(standing);
            });
            assertThat(liveHeap() - before)
                    .as("bytes that live because of the floods")
                    .isLessThan(FLOODS * MOST_HELD);
        } finally {
            for (Process client : clients) {
                signal(client, "CONT");
                client.destroyForcibly().waitFor();
            }
        }
    }

    private static void signal(Process process, String name) {
        Program.of("kill", "-" + name, Long.toString(process.pid())).run();
    }

    /** What the floods' targets could write so far; each writes a line of two bytes for each block. */
    private static long blocks() {
        return counters().stream()
                .mapToLong(counter -> counter.toFile().length() / 2)
                .sum();
    }

    private static List<Path> counters() {
        try (Stream<Path> files = Files.list(estate.there())) {
            return files.filter(file -> file.getFileName().toString().startsWith("flood-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitBlocks(int floods, long wanted) {
        Eventually.holds(() -> {
            assertThat(counters()).hasSizeGreaterThanOrEqualTo(floods);
            assertThat(blocks()).isGreaterThanOrEqualTo(wanted);
        });
    }

    private static long awaitStandstill() {
        long last = -1;
        for (int same = 0, i = 0; i < 1200 && same < 30; i++) {
            long now = blocks();
            same = now == last ? same + 1 : 0;
            last = now;
            Eventually.pause();
        }
        return last;
    }

    /** Bytes of objects that are reachable, after a full collection. */
    private static long liveHeap() {
        String histogram = estate.gatehouse().diagnosis("GC.class_histogram");
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(histogram));
        String[] columns = total.trim().split(" +", -1);
        return Long.parseLong(columns[2]);
    }

    private static Program.Result reach(String asset, int port) {
        String id = rest.sshAsset(asset, port);
        rest.account(id, TestingSshServer.USER, TestingSshServer.PASSWORD);
        rest.permit(user, id, TestingSshServer.USER, "CONNECT");
        return estate.client()
                .ssh("bad-day@" + TestingSshServer.USER + "@" + asset, "true")
                .atMost(FilesEstate.PATIENCE)
                .run();
    }

    private static void failed(Program.Result result, String... words) {
        assertThat(result.code()).as(result.toString()).isEqualTo(255);
        assertThat(result.err()).contains(words);
        JsonObject session = sessions().lastEnded("bad-day");
        assertThat(session.getString("result")).isEqualTo("connect-failed");
        assertThat(session.getString("reason")).contains(words[0]);
    }

    @Test
    void aTargetThatRefusesIsNamed() {
        failed(reach("bad-refusing", FreePorts.next()), "refused the connection", "127.0.0.1");
    }

    @Test
    void aTargetThatSaysNothingEndsInTime() throws IOException {
        try (Listener silent = new Listener(new byte[0], false)) {
            failed(reach("bad-silent", silent.port()), "does not talk SSH in time");
        }
    }

    @Test
    void aTargetThatStopsInTheKeyExchangeEndsInTime() throws IOException {
        try (Listener banner = new Listener("SSH-2.0-Stuck_1.0\r\n".getBytes(StandardCharsets.US_ASCII), false)) {
            failed(reach("bad-stuck", banner.port()), "does not talk SSH in time");
        }
    }

    @Test
    void aTargetThatHangsUpIsNamed() throws IOException {
        try (Listener hanging = new Listener("220 mail ready\r\n".getBytes(StandardCharsets.US_ASCII), true)) {
            failed(reach("bad-hanging-up", hanging.port()), "ended the connection before the sign-in");
        }
    }

    /** The target's server dies under a running session. */
    @Test
    void aTargetThatDiesInMidSessionEndsItWithAReason() throws IOException, InterruptedException {
        try (TestingSshServer mortal = TestingSshServer.start()) {
            reach("bad-mortal", mortal.port());
            rest.acceptHostKeys();
            Process client = estate.client()
                    .ssh("bad-day@" + TestingSshServer.USER + "@bad-mortal", "touch started; sleep 600")
                    .builder()
                    .redirectErrorStream(true)
                    .start();
            Eventually.holds(() -> assertThat(mortal.home().resolve("started")).exists());

            mortal.kill();

            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(client.waitFor()).isNotZero();
            assertThat(said).contains("the connection to the target broke");
            JsonObject session = sessions().lastEnded("bad-day");
            assertThat(session.getString("result")).isEqualTo("target-closed");
            assertThat(session.getString("reason")).contains("the connection to the target broke");
        }
    }

    /** Accepts, says something, and then either hangs up or is silent. */
    private static final class Listener implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<Socket> accepted = new CopyOnWriteArrayList<>();

        Listener(byte[] words, boolean hangsUp) throws IOException {
            Thread.ofVirtual().start(() -> serve(words, hangsUp));
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(byte[] words, boolean hangsUp) {
            try {
                while (true) {
                    Socket one = socket.accept();
                    accepted.add(one);
                    one.getOutputStream().write(words);
                    one.getOutputStream().flush();
                    if (hangsUp) {
                        one.close();
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket one : accepted) {
                one.close();
            }
        }
    }
}
