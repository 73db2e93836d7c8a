package gatehouse.connector.ssh;

import com.sun.management.OperatingSystemMXBean;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.kernel.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the splice alone, without sessions and recording, against {@code ssh -J} through OpenSSH in the same run, alternating.
 * Not a test: run its main method; arguments: rounds, megabytes, connects.
 */
final class SpliceBench {
    private static final Logger OUT = LoggerFactory.getLogger("bench");
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path config;
    private final int megabytes;

    private SpliceBench(Path config, int megabytes) {
        this.config = config;
        this.megabytes = megabytes;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        try (TestingSshd target = new TestingSshd();
                TestingSshd jump = new TestingSshd("AllowTcpForwarding yes");
                TestingBastion bastion = new TestingBastion(TestingBastion.anyPort())) {
            Secret key = Secret.ofString(Files.readString(target.clientKey()));
            bastion.acceptedKeys.add(target.clientKeyBlob());
            bastion.target = () -> OutboundTarget.direct(
                    new Endpoint(
                            "127.0.0.1",
                            target.port,
                            "deploy",
                            List.of(new Credential.PrivateKey(key, Optional.empty())),
                            (host, port, type, fingerprint, blob) -> new TrustCheck.Verdict.Trusted(),
                            Map.of()),
                    Duration.ofSeconds(20));
            Path config = Files.createTempFile("bench", ".conf");
            Files.writeString(config, configuration(target, jump, bastion.port));
            SpliceBench bench = new SpliceBench(config, Integer.parseInt(arguments[1]));
            bench.bulk(rounds);
            bench.connects(Integer.parseInt(arguments[2]));
            bench.keystrokes(8_000);
            Files.delete(config);
        }
    }

    private static String configuration(TestingSshd target, TestingSshd jump, int gate) {
        return """
               Host *
                 UserKnownHostsFile /dev/null
                 StrictHostKeyChecking no
                 LogLevel ERROR
                 IdentitiesOnly yes
                 Hostname 127.0.0.1
                 User deploy
               Host jump
                 Port %d
                 IdentityFile %s
               Host viajump
                 Port %d
                 IdentityFile %s
                 ProxyJump jump
               Host gate
                 Port %d
                 User alice
                 IdentityFile %s
               """.formatted(jump.port, jump.clientKey(), target.port, target.clientKey(), gate, target.clientKey());
    }

    private void bulk(int rounds) throws Exception {
        get("gate");
        put("gate");
        List<Double> getRatios = new ArrayList<>();
        List<Double> putRatios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double jumpGet = get("viajump");
            long before = SYSTEM.getProcessCpuTime();
            double gateGet = get("gate");
            double getCpu = cpuPerGigabyte(before);
            double jumpPut = put("viajump");
            before = SYSTEM.getProcessCpuTime();
            double gatePut = put("gate");
            double putCpu = cpuPerGigabyte(before);
            getRatios.add(gateGet / jumpGet);
            putRatios.add(gatePut / jumpPut);
            OUT.info(String.format(
                    "get -J %.0f gate %.0f MB/s cpu %.2f s/GB; put -J %.0f gate %.0f MB/s cpu %.2f s/GB",
                    jumpGet, gateGet, getCpu, jumpPut, gatePut, putCpu));
        }
        OUT.info(String.format("median ratio get %.2f put %.2f", median(getRatios), median(putRatios)));
    }

    private double cpuPerGigabyte(long before) {
        return (SYSTEM.getProcessCpuTime() - before) / 1e9 / (megabytes / 1000.0);
    }

    private double get(String host) throws Exception {
        long start = System.nanoTime();
        Process process = ssh(host, "head -c " + megabytes + "000000 /dev/zero");
        long bytes = 0;
        byte[] buffer = new byte[1 << 20];
        try (InputStream stream = process.getInputStream()) {
            for (int n = stream.read(buffer); n > 0; n = stream.read(buffer)) {
                bytes += n;
            }
        }
        return rate(process, bytes, start);
    }

    private double put(String host) throws Exception {
        long start = System.nanoTime();
        Process process = ssh(host, "cat >/dev/null");
        byte[] piece = new byte[1_000_000];
        try (OutputStream stream = process.getOutputStream()) {
            for (int i = 0; i < megabytes; i++) {
                stream.write(piece);
            }
        }
        return rate(process, megabytes * 1_000_000L, start);
    }

    private double rate(Process process, long bytes, long start) throws Exception {
        if (process.waitFor() != 0 || bytes != megabytes * 1_000_000L) {
            throw new IOException("transfer failed after " + bytes);
        }
        return bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private void connects(int count) throws Exception {
        List<Double> jump = new ArrayList<>();
        List<Double> gate = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jump.add(connect("viajump"));
            gate.add(connect("gate"));
        }
        OUT.info(String.format(
                "connect+true p50 -J %.1f ms gate %.1f ms ratio %.2f; p99 %.1f %.1f",
                median(jump), median(gate), median(gate) / median(jump), last(jump), last(gate)));
    }

    private double connect(String host) throws Exception {
        long start = System.nanoTime();
        if (ssh(host, "true").waitFor() != 0) {
            throw new IOException("connect failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void keystrokes(int count) throws Exception {
        for (String host : List.of("viajump", "gate", "gate")) {
            Process process = ssh(host, "cat");
            double[] times = new double[count];
            OutputStream in = process.getOutputStream();
            InputStream out = process.getInputStream();
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                in.write('x');
                in.flush();
                if (out.read() < 0) {
                    throw new IOException("echo ended");
                }
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            process.destroy();
            OUT.info(host + " first 200: p99 " + percentile(Arrays.copyOf(times, 200), 0.99) + " all: p50 "
                    + percentile(times, 0.5) + " p99 " + percentile(times, 0.99) + " ms");
        }
    }

    private Process ssh(String host, String command) throws IOException {
        return new ProcessBuilder("ssh", "-F", config.toString(), host, command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static double percentile(double[] times, double part) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * (sorted.length - 1))];
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double last(List<Double> values) {
        return Collections.max(values);
    }
}
