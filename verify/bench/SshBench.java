import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures four ways to the same OpenSSH target, alternating: direct, {@code ssh -J} through OpenSSH (which never re-encrypts), an OpenSSH
 * double hop (which does, as Gatehouse must), and Gatehouse with recording on. Everybody signs in by the same key. Arguments: the folder of
 * the demo's targets, Gatehouse's home, its HTTPS port, its SSH port, its process id, the file for the table.
 * {@code BENCH_MEGABYTES}, {@code BENCH_ROUNDS}, {@code BENCH_KEYSTROKES}, {@code BENCH_CONNECTS} and {@code BENCH_IDLE} change the sizes.
 */
final class SshBench {
    private static final int MEGABYTES = Demonstration.number("BENCH_MEGABYTES", 512);
    private static final int ROUNDS = Demonstration.number("BENCH_ROUNDS", 3);
    private static final int KEYSTROKES = Demonstration.number("BENCH_KEYSTROKES", 3000);
    private static final int WARM_UP = 1000;
    /** Before somebody types: what the transfers before it left behind is written and collected by then, at every peer. */
    private static final long REST_MILLIS = 2000;

    private static final int CONNECTS = Demonstration.number("BENCH_CONNECTS", 20);
    private static final int IDLE = Demonstration.number("BENCH_IDLE", 500);
    /** @param hop what the client's shell command is wrapped in, {@code %s} stands for it */
    private record Way(String name, List<String> options, String hop) {}

    private final Demonstration gatehouse;
    private final List<Way> ways;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    private SshBench(Path targets, String sshPort, Demonstration gatehouse) throws IOException {
        this.gatehouse = gatehouse;
        Path key = targets.resolve("web/id_ed25519");
        String jumpKey = targets.resolve("jump/id_ed25519").toString();
        String target = Files.readString(targets.resolve("web/port")).strip();
        String jump = Files.readString(targets.resolve("jump/port")).strip();
        List<String> deploy = List.of("-i", key.toString(), "-o", "Port=" + target, "-o", "User=deploy");
        String quiet = "ssh " + String.join(" ", Demonstration.QUIET);
        String proxy = quiet + " -i " + jumpKey + " -p " + jump + " -W %h:%p deploy@127.0.0.1";
        String hop = quiet + " -i " + key + " -p " + target + " -l deploy 127.0.0.1 '%s'";
        ways = List.of(
                new Way("direct", deploy, "%s"),
                new Way("ssh -J", with(deploy, "-o", "ProxyCommand=" + proxy), "%s"),
                new Way("double hop", List.of("-i", jumpKey, "-o", "Port=" + jump, "-o", "User=deploy"), hop),
                new Way("Gatehouse", List.of("-i", key.toString(), "-o", "Port=" + sshPort, "-o", "User=alice@deploy@web-1"), "%s"));
    }

    public static void main(String[] arguments) throws Exception {
        Path targets = Path.of(arguments[0]);
        Path home = Path.of(arguments[1]);
        Demonstration gatehouse = new Demonstration(home, Integer.parseInt(arguments[2]), Long.parseLong(arguments[4]));
        gatehouse.enrol("bench", targets.resolve("web/id_ed25519.pub"));
        SshBench bench = new SshBench(targets, arguments[3], gatehouse);
        bench.run();
        String table = bench.table();
        System.out.println(table);
        Files.writeString(Path.of(arguments[5]), table);
    }

    private void run() throws IOException, InterruptedException {
        Path file = Files.createTempFile("bench", ".bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(megabyte);
            }
        }
        for (int round = 0; round <= ROUNDS; round++) {
            // the first warms everybody up: caches, and in Gatehouse the compiler
            if (round == 1) {
                figures.clear();
            }
            for (Way way : ways) {
                bulk(way, file);
                connects(way);
                keystrokes(way);
            }
        }
        Files.delete(file);
        idle(ways.getLast());
    }

    private void bulk(Way way, Path file) throws IOException, InterruptedException {
        double before = gatehouse.cpuSeconds();
        throughput(way, "get MB/s", ssh("ssh", way, way.hop().formatted("head -c " + MEGABYTES + "M /dev/zero")), null);
        throughput(way, "put MB/s", ssh("ssh", way, way.hop().formatted("cat >/dev/null")), file);
        if (way.name().equals("Gatehouse")) {
            add(way, "CPU s/GB", (gatehouse.cpuSeconds() - before) / (2.0 * MEGABYTES / 1024));
        }
        if (way.hop().equals("%s")) {
            throughput(way, "sftp put MB/s", batch(way, "put " + file + " bench.bin"), null);
            throughput(way, "sftp get MB/s", batch(way, "get bench.bin /dev/null"), null);
        }
    }

    private void throughput(Way way, String figure, ProcessBuilder client, Path input) throws IOException, InterruptedException {
        client.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        if (input != null) {
            client.redirectInput(input.toFile());
        }
        add(way, figure, MEGABYTES / seconds(client));
    }

    private void connects(Way way) throws IOException, InterruptedException {
        double[] times = new double[CONNECTS];
        for (int i = 0; i < CONNECTS; i++) {
            times[i] = 1000 * seconds(ssh("ssh", way, way.hop().formatted("true")));
        }
        addPercentiles(way, "connect + true", times);
    }

    private void keystrokes(Way way) throws IOException, InterruptedException {
        Process process = terminal(way, "stty raw -echo; echo ready; exec cat");
        Thread.sleep(REST_MILLIS);
        try (InputStream echo = process.getInputStream();
                OutputStream keys = process.getOutputStream()) {
            Demonstration.awaitReady(echo);
            double[] times = new double[KEYSTROKES];
            for (int i = -WARM_UP; i < KEYSTROKES; i++) {
                long start = System.nanoTime();
                keys.write('x');
                keys.flush();
                if (echo.read() != 'x') {
                    throw new IOException("no echo through " + way.name());
                }
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            addPercentiles(way, "keystroke", times);
        } finally {
            process.destroy();
        }
    }

    /** Heap after a full collection with and without the sessions. */
    private void idle(Way way) throws IOException, InterruptedException {
        double before = gatehouse.heapKilobytes();
        List<Process> sessions = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                sessions.add(terminal(way, "echo ready; exec cat"));
                if (i % 20 == 19) {
                    for (Process session : sessions.subList(i - 19, i + 1)) {
                        Demonstration.awaitReady(session.getInputStream());
                    }
                }
            }
            add(way, "heap per idle session KiB, " + IDLE + " open", (gatehouse.heapKilobytes() - before) / IDLE);
        } finally {
            sessions.forEach(Process::destroy);
        }
    }

    private Process terminal(Way way, String command) throws IOException {
        ProcessBuilder client = ssh("ssh", way, way.hop().replace("127.0.0.1", "-tt 127.0.0.1").formatted(command));
        client.command().add(1, "-tt");
        return client.redirectInput(ProcessBuilder.Redirect.PIPE).start();
    }

    private ProcessBuilder batch(Way way, String command) throws IOException {
        Path script = Files.writeString(Files.createTempFile("bench", ".sftp"), command + "\n");
        script.toFile().deleteOnExit();
        ProcessBuilder builder = ssh("sftp", way);
        builder.command().addAll(1, List.of("-b", script.toString()));
        return builder;
    }

    private ProcessBuilder ssh(String program, Way way, String... command) {
        List<String> line = new ArrayList<>(List.of(program));
        line.addAll(Demonstration.QUIET);
        line.addAll(way.options());
        line.add("127.0.0.1");
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    private static double seconds(ProcessBuilder client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = client.start().waitFor();
        if (code != 0) {
            throw new IOException("exit code " + code + " of " + String.join(" ", client.command()));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void addPercentiles(Way way, String figure, double[] times) {
        Arrays.sort(times);
        add(way, figure + " p50 ms", times[times.length / 2]);
        add(way, figure + " p99 ms", times[times.length * 99 / 100]);
    }

    private void add(Way way, String figure, double value) {
        figures.computeIfAbsent(figure, f -> new LinkedHashMap<>())
                .computeIfAbsent(way.name(), w -> new ArrayList<>())
                .add(value);
    }

    private String table() {
        StringBuilder text = new StringBuilder("| figure | direct | ssh -J | double hop | Gatehouse | × ssh -J | × double hop |\n|---|---|---|---|---|---|---|\n");
        figures.forEach((figure, ofWays) -> {
            text.append("| ").append(figure);
            ways.forEach(way -> text.append(" | ").append(ofWays.containsKey(way.name()) ? format(median(ofWays.get(way.name()))) : ""));
            text.append(" | ").append(ratio(ofWays, "ssh -J")).append(" | ").append(ratio(ofWays, "double hop")).append(" |\n");
        });
        return text.toString();
    }

    private static String ratio(Map<String, List<Double>> ofWays, String peer) {
        return ofWays.containsKey(peer) ? format(median(ofWays.get("Gatehouse")) / median(ofWays.get(peer))) : "";
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static List<String> with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }
}
