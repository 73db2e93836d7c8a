import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many terminals that print all the time, recorded: does anything get lost, does anything grow? Each prints 200 lines of 100 bytes a second.
 * Arguments as {@code SshBench}. {@code BENCH_STEADY_SESSIONS} and {@code BENCH_STEADY_MINUTES} change the sizes.
 */
final class SteadyBench {
    private static final int SESSIONS = Demonstration.number("BENCH_STEADY_SESSIONS", 500);
    private static final int MINUTES = Demonstration.number("BENCH_STEADY_MINUTES", 10);
    private static final int BYTES_A_SECOND = 20_000;
    private static final int CHECKED_RECORDINGS = 20;
    private static final String READY = "ready\r\n";
    /** Waits for a line, then prints; numbered lines, so that they neither repeat nor pack to nothing. */
    private static final String PRINTER = "stty raw -echo; printf '" + READY.replace("\r\n", "\\r\\n") + "'; exec perl -e '"
            + "$|=1; sysread STDIN,$_,1; $n=0; for $s (1..%d) { $o=\"\"; for (1..200) { $n++; "
            + "$o.=sprintf(\"%%08d %%s\\r\\n\",$n,unpack(\"H*\",pack(\"N*\",map {int rand 4294967296} 1..11)).\"x\") } "
            + "print $o; select undef,undef,undef,1 }'";

    private final Demonstration gatehouse;
    private final List<String> command;
    private final AtomicLong arrived = new AtomicLong();
    private final List<Process> clients = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();

    private SteadyBench(Path targets, String sshPort, Demonstration gatehouse) {
        this.gatehouse = gatehouse;
        command = new ArrayList<>(List.of("ssh", "-tt"));
        command.addAll(Demonstration.QUIET);
        command.addAll(List.of("-i", targets.resolve("web/id_ed25519").toString(), "-p", sshPort, "-l", "alice@deploy@web-1", "127.0.0.1"));
        command.add(PRINTER.formatted(60 * MINUTES));
    }

    public static void main(String[] arguments) throws Exception {
        Path targets = Path.of(arguments[0]);
        Demonstration gatehouse = new Demonstration(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[4]));
        gatehouse.enrol("steady", targets.resolve("web/id_ed25519.pub"));
        SteadyBench bench = new SteadyBench(targets, arguments[3], gatehouse);
        try {
            bench.run();
        } finally {
            bench.clients.forEach(Process::destroy);
        }
        System.out.println(bench.table);
        Files.writeString(Path.of(arguments[5]), bench.table);
    }

    private void run() throws Exception {
        for (int i = 0; i < SESSIONS; i++) {
            clients.add(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
            if (i % 20 == 19 || i == SESSIONS - 1) {
                for (Process client : clients.subList(i - i % 20, i + 1)) {
                    Demonstration.awaitReady(client.getInputStream());
                }
            }
        }
        table.append("| minute | arrived MB | heap MiB | resident MiB | CPU of a core |\n|---|---|---|---|---|\n");
        List<Thread> readers = clients.stream().map(client -> Thread.ofPlatform().start(() -> count(client.getInputStream()))).toList();
        for (Process client : clients) {
            OutputStream keys = client.getOutputStream();
            keys.write('g');
            keys.flush();
        }
        for (int minute = 1; minute <= MINUTES; minute++) {
            double before = gatehouse.cpuSeconds();
            TimeUnit.MINUTES.sleep(1);
            double cpu = (gatehouse.cpuSeconds() - before) / 60;
            row(minute, cpu);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        long expected = (long) SESSIONS * MINUTES * 60 * BYTES_A_SECOND;
        table.append("\nExpected at the clients: %,d bytes in %,d sessions; arrived: %,d.%n".formatted(expected, SESSIONS, arrived.get()));
        recordings();
    }

    private void row(int minute, double cpu) throws IOException, InterruptedException {
        String row = String.format(
                Locale.ROOT, "| %d | %,d | %.0f | %.0f | %.2f |%n", minute, arrived.get() / 1_000_000, gatehouse.heapKilobytes() / 1024, gatehouse.residentMebibytes(), cpu);
        System.out.print(row);
        table.append(row);
    }

    private void count(InputStream output) {
        byte[] buffer = new byte[32 * 1024];
        try (output) {
            for (int n = output.read(buffer); n > 0; n = output.read(buffer)) {
                arrived.addAndGet(n);
            }
        } catch (IOException broken) {
            System.err.println("a client's output broke off: " + broken);
        }
    }

    /** What Gatehouse says of its sessions and of the newest recordings. */
    private void recordings() throws Exception {
        ScriptClient auditor = gatehouse.signedIn("audrey");
        long whole = 0;
        int complete = 0;
        List<String> ids = new ArrayList<>();
        for (int offset = 0; offset < SESSIONS; offset += 100) {
            String page = auditor.get("terminal/sessions?limit=100&offset=" + offset);
            Matcher session = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(page);
            while (session.find()) {
                ids.add(session.group(1));
            }
            Matcher output = Pattern.compile("\"outputBytes\":(\\d+)").matcher(page);
            while (output.find()) {
                long bytes = Long.parseLong(output.group(1));
                whole += bytes;
                complete += bytes == (long) MINUTES * 60 * BYTES_A_SECOND + READY.length() ? 1 : 0;
            }
        }
        int right = 0;
        for (String id : ids.subList(0, Math.min(CHECKED_RECORDINGS, ids.size()))) {
            right += auditor.post("terminal/sessions/" + id + "/replay/verify", "").contains("\"whole\":true") ? 1 : 0;
        }
        table.append("Recorded output: %,d bytes; sessions with every byte: %,d of %,d; recordings checked and whole: %d of %d.%n"
                .formatted(whole, complete, ids.size(), right, Math.min(CHECKED_RECORDINGS, ids.size())));
    }
}
