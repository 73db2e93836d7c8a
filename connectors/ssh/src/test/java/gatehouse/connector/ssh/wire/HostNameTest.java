package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.ssh.SshProblem;
import gatehouse.kernel.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostNameTest {
    @Test
    void whatAClientMayCallAHostOrAnAssetIsTakenAsItIs() {
        for (String name : List.of("", "*", "web-1.example.org", "fe80::1%eth0", "数据库 一号", "x".repeat(255))) {
            assertThat(HostName.require(name)).isEqualTo(name);
        }
    }

    @Test
    void whatEndsANameOrALineIsRefused() {
        for (String name : List.of("10.0.0.5\0.example.org", "a\nb", "\u007f", "\u2028", "x".repeat(256))) {
            assertThatThrownBy(() -> HostName.require(name))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(SshProblem.HOST_MALFORMED));
        }
    }
}
