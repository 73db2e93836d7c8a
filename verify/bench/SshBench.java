import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures three ways to the same OpenSSH target, alternating: direct, {@code ssh -J} through OpenSSH, and Gatehouse with recording on.
 * Arguments: target port, jump port, client key, Gatehouse's SSH port, its process id, an askpass program, the file for the table.
 * {@code BENCH_MEGABYTES}, {@code BENCH_ROUNDS}, {@code BENCH_KEYSTROKES} and {@code BENCH_CONNECTS} change the sizes.
 */
final class SshBench {
    private static final int MEGABYTES = number("BENCH_MEGABYTES", 512);
    private static final int ROUNDS = number("BENCH_ROUNDS", 3);
    private static final int KEYSTROKES = number("BENCH_KEYSTROKES", 1000);
    private static final int WARM_UP = 300;
    private static final int CONNECTS = number("BENCH_CONNECTS", 20);

    private record Way(String name, List<String> options, String host) {}

    private final String askpass;
    private final long gatehouse;
    private final List<Way> ways;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    private SshBench(String[] arguments) {
        gatehouse = Long.parseLong(arguments[4]);
        askpass = arguments[5];
        List<String> key = List.of("-i", arguments[2], "-o", "IdentitiesOnly=yes");
        String proxy = "ssh -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -i " + arguments[2]
                + " -p " + arguments[1] + " -W %h:%p deploy@127.0.0.1";
        ways = List.of(
                new Way("direct", with(key, "-o", "Port=" + arguments[0], "-o", "User=deploy"), "127.0.0.1"),
                new Way("ssh -J", with(key, "-o", "Port=" + arguments[0], "-o", "User=deploy", "-o", "ProxyCommand=" + proxy), "127.0.0.1"),
                new Way("Gatehouse", List.of("-o", "Port=" + arguments[3], "-o", "User=alice@deploy@web-1", "-o", "PubkeyAuthentication=no"),
                        "127.0.0.1"));
    }

    public static void main(String[] arguments) throws Exception {
        SshBench bench = new SshBench(arguments);
        bench.run();
        String table = bench.table();
        System.out.println(table);
        Files.writeString(Path.of(arguments[6]), table);
    }

    private void run() throws IOException, InterruptedException {
        Path file = Files.createTempFile("bench", ".bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(megabyte);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : ways) {
                bulk(way, file);
                connects(way);
                keystrokes(way);
            }
        }
        Files.delete(file);
    }

    private void bulk(Way way, Path file) throws IOException, InterruptedException {
        double before = cpuSeconds();
        throughput(way, "get MB/s", ssh("ssh", way, "head -c " + MEGABYTES + "M /dev/zero"), null);
        throughput(way, "put MB/s", ssh("ssh", way, "cat >/dev/null"), file);
        if (way.name().equals("Gatehouse")) {
            add(way, "CPU s/GB", (cpuSeconds() - before) / (2.0 * MEGABYTES / 1024));
        }
        throughput(way, "sftp put MB/s", batch(way, "put " + file + " bench.bin"), null);
        throughput(way, "sftp get MB/s", batch(way, "get bench.bin /dev/null"), null);
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
            times[i] = 1000 * seconds(ssh("ssh", way, "true"));
        }
        addPercentiles(way, "connect + true", times);
    }

    private void keystrokes(Way way) throws IOException {
        ProcessBuilder client = ssh("ssh", way, "stty raw -echo; echo ready; exec cat");
        client.command().add(1, "-tt");
        Process process = client.redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (InputStream echo = process.getInputStream();
                OutputStream keys = process.getOutputStream()) {
            int last = 0;
            while (last != '\n') {
                last = echo.read();
            }
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

    private ProcessBuilder batch(Way way, String command) throws IOException {
        Path script = Files.writeString(Files.createTempFile("bench", ".sftp"), command + "\n");
        ProcessBuilder builder = ssh("sftp", way);
        builder.command().addAll(1, List.of("-b", script.toString()));
        return builder;
    }

    private ProcessBuilder ssh(String program, Way way, String... command) {
        List<String> line = new ArrayList<>(List.of(program, "-F", "none"));
        line.addAll(List.of("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"));
        if (program.equals("sftp")) {
            line.addAll(List.of("-o", "BatchMode=no"));
        }
        line.addAll(way.options());
        line.add(way.host());
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(Map.of("SSH_ASKPASS", askpass, "SSH_ASKPASS_REQUIRE", "force"));
        return builder;
    }

    private static double seconds(ProcessBuilder client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = client.start().waitFor();
        if (code != 0) {
            throw new IOException("exit code " + code + " of " + String.join(" ", client.command()));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** User and system time of Gatehouse so far; the kernel counts in hundredths. */
    private double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + gatehouse + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
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
        StringBuilder text = new StringBuilder("| figure | direct | ssh -J | Gatehouse | Gatehouse / ssh -J |\n|---|---|---|---|---|\n");
        figures.forEach((figure, ofWays) -> {
            text.append("| ").append(figure);
            for (Way way : ways) {
                text.append(" | ").append(ofWays.containsKey(way.name()) ? format(median(ofWays.get(way.name()))) : "");
            }
            boolean comparable = ofWays.containsKey("ssh -J");
            text.append(" | ").append(comparable ? format(median(ofWays.get("Gatehouse")) / median(ofWays.get("ssh -J"))) : "");
            text.append(" |\n");
        });
        return text.toString();
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

    private static int number(String name, int otherwise) {
        String text = System.getenv(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
