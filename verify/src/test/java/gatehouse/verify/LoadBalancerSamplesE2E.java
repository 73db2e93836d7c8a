package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** nginx's sample of {@code wildfly-config/load-balancer}, with a real nginx in front of the product. */
class LoadBalancerSamplesE2E {
    private static final Path SCRIPT = RunningGatehouse.ROOT.resolve("verify/targets/balancer.sh");

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();

    @Test
    void nginxPassesThePublicPathsAndNothingElse() throws Exception {
        Path folder = certificates();
        List<Integer> ports = List.of(FreePorts.next(), FreePorts.next());
        Path config = sample(
                folder,
                "nginx.conf",
                text -> text.replace("/etc/nginx/", folder + "/")
                        .replace("listen 80;", "listen 127.0.0.1:" + ports.get(0) + ";")
                        .replace("listen 443 ssl;", "listen 127.0.0.1:" + ports.get(1) + " ssl;"));

        serves("nginx", config, ports.get(1));
    }

    private void serves(String program, Path config, int port) {
        Program.Result check = balancer("check", program, config).run();
        assertThat(check.code()).as(check.toString()).isZero();
        assertThat(check.err().toLowerCase(Locale.ROOT)).doesNotContain("warn");
        try (Conversation running = balancer("run", program, config).converse()) {
            Rest through = Rest.at(port, gatehouse.home().resolve("tls/ca.pem"));
            Eventually.holds(() -> assertThat(status(through, "ui/", running)).isEqualTo(200));
            assertThat(status(through, "health/ready", running)).isEqualTo(200);
            assertThat(status(through, "metrics", running)).isEqualTo(404);
            assertThat(status(through, "console/index.html", running)).isEqualTo(404);
            assertThat(through.signedIn(RunningGatehouse.ADMIN, RunningGatehouse.ADMIN_PASSWORD)
                            .get("users/me")
                            .getString("username"))
                    .isEqualTo(RunningGatehouse.ADMIN);
        }
    }

    private static int status(Rest rest, String page, Conversation running) {
        try {
            return rest.page(page).statusCode();
        } catch (UncheckedIOException e) {
            throw new AssertionError(running.shown(), e);
        }
    }

    private static Program balancer(String what, String program, Path config) {
        return Program.of(SCRIPT.toString(), what, program, config.toString()).atMost(Duration.ofMinutes(5));
    }

    private Path sample(Path folder, String name, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(
                RunningGatehouse.ROOT.resolve("wildfly-config/load-balancer").resolve(name));
        return Files.writeString(
                folder.resolve(name),
                change.apply(text).replace("127.0.0.1:8443", "127.0.0.1:" + gatehouse.httpsPort()));
    }

    /** Certificate and key of the product itself, which are good for localhost, as the balancers want them. */
    private Path certificates() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("gatehouse-balancer");
        Path tls = gatehouse.home().resolve("tls");
        char[] password = Files.readString(tls.resolve("password")).toCharArray();
        KeyStore store = KeyStore.getInstance(tls.resolve("server.p12").toFile(), password);
        String key = pem("PRIVATE KEY", store.getKey("server", password).getEncoded());
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : store.getCertificateChain("server")) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(folder.resolve("gatehouse.pem"), chain + key);
        Files.writeString(folder.resolve("gatehouse.key"), key);
        Files.copy(tls.resolve("ca.pem"), folder.resolve("gatehouse-ca.pem"));
        return folder;
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
