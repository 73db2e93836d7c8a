package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus reads from the management port, while somebody works. */
class MetricsE2E {
    private static final RunningGatehouse GATEHOUSE = RunningGatehouse.shared();
    private static final String LOGIN = "noa@" + TestingSshServer.USER + "@metrics-target";
    private static TestingSshServer target;
    private static SshClient noa;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        Estate estate = new Estate(GATEHOUSE);
        String asset = estate.sshAsset("metrics-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("noa"), asset, TestingSshServer.USER, "CONNECT");
        noa = new SshClient(GATEHOUSE.sshPort(), Estate.PASSWORD);
        noa.ssh(LOGIN, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void aSessionIsCountedByItsProtocolWhileItRuns() {
        try (Conversation shell = noa.terminal(LOGIN).converse()) {
            shell.type("echo counted-$((6 * 7))\n");
            shell.expect("counted-42");

            assertCounted(1);
            assertThat(value("gatehouse_recordings_open", "")).isPositive();
            shell.type("exit\n");
            shell.end();
        }
        assertCounted(0);
    }

    /** Sessions of other classes, which may end meanwhile, are counted, too. */
    private static void assertCounted(int ofNoa) {
        Rest admin = GATEHOUSE.admin();
        String live = "terminal/sessions?state=live&protocol=ssh&limit=1";
        Eventually.holds(() -> {
            assertThat(admin.get(live + "&search=noa").getInt("total")).isEqualTo(ofNoa);
            assertThat(value("gatehouse_sessions_open", "protocol=\"ssh\""))
                    .isEqualTo(admin.get(live).getInt("total"));
        });
    }

    @Test
    void signInsAreCountedByTheirOutcome() {
        double refused = value("gatehouse_sign_ins_total", "outcome=\"refused\"");
        double signedIn = value("gatehouse_sign_ins_total", "outcome=\"signed-in\"");

        new SshClient(GATEHOUSE.sshPort(), "not-the-password")
                .ssh(LOGIN, "true")
                .run();
        noa.ssh(LOGIN, "true").run();

        Eventually.holds(() -> {
            assertThat(value("gatehouse_sign_ins_total", "outcome=\"refused\"")).isGreaterThan(refused);
            assertThat(value("gatehouse_sign_ins_total", "outcome=\"signed-in\""))
                    .isGreaterThan(signedIn);
        });
    }

    @Test
    void recordingsAndTheChainOfTheAuditLogGrow() {
        double bytes = value("gatehouse_recordings_written_bytes_total", "");
        double events = value("gatehouse_audit_events_sequenced_total", "");

        noa.ssh(LOGIN, "seq 1000").run();

        Eventually.holds(() -> {
            assertThat(value("gatehouse_recordings_written_bytes_total", "")).isGreaterThan(bytes);
            assertThat(value("gatehouse_audit_events_sequenced_total", "")).isGreaterThan(events);
        });
        assertThat(value("gatehouse_recordings_free_bytes", "")).isPositive();
        assertThat(page()).contains("\ngatehouse_audit_behind_seconds");
    }

    /** 0 when there is no such line: counters begin with the first thing that they count. */
    static double value(String name, String label) {
        Matcher line = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$").matcher(page());
        while (line.find()) {
            if (line.group(0).contains(label)) {
                return Double.parseDouble(line.group(2));
            }
        }
        return 0;
    }

    private static String page() {
        URI address = URI.create("http://127.0.0.1:" + GATEHOUSE.managementPort() + "/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
