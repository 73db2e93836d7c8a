package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.kernel.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SshSignInTest {
    private static TestingSshd sshd;
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        sshd = new TestingSshd();
        bastion = new TestingBastion(TestingBastion.anyPort());
        bastion.target = () -> OutboundTarget.direct(
                new Endpoint(
                        "127.0.0.1",
                        sshd.port,
                        "deploy",
                        List.of(new Credential.Password(Secret.ofString("deploy-secret"))),
                        (host, port, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted(),
                        false),
                Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    @Test
    void rightPasswordRunsACommand() throws Exception {
        OpenSsh.Result result =
                new OpenSsh("alice", bastion.port).password("right").run(new byte[0], "echo out; echo err >&2; exit 7");
        assertThat(result.text()).isEqualTo("out\n");
        assertThat(result.error()).isEqualTo("err\n");
        assertThat(result.exit()).isEqualTo(7);
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        OpenSsh.Result result =
                new OpenSsh("alice", bastion.port).password("wrong").run(new byte[0], "true");
        assertThat(result.exit()).isEqualTo(255);
        assertThat(result.error()).contains("Permission denied");
    }

    @Test
    void secondFactorIsAskedOnTheSameConnection() throws Exception {
        OpenSsh.Result result =
                new OpenSsh("carol", bastion.port).password("right").run(new byte[0], "echo hello");
        assertThat(result.error()).isEmpty();
        assertThat(result.text()).isEqualTo("hello\n");
    }
}
