package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {
    private static final Set<String> PROTOCOLS = Set.of("ssh", "telnet", "mysql");

    @ParameterizedTest
    @CsvSource({
        "alice@root@web-1, alice, ssh, root, web-1",
        "alice@telnet@admin@switch, alice, telnet, admin, switch",
        "alice@TELNET@admin@10.0.0.1, alice, telnet, admin, 10.0.0.1",
        "alice#root#web-1, alice, ssh, root, web-1",
        "alice#mysql#root#db, alice, mysql, root, db",
        "alice#bob@corp#web-1, alice, ssh, bob@corp, web-1",
        "alice@corp.example@root@web-1, alice@corp.example, ssh, root, web-1",
        "alice@corp.example@ssh@root@web-1, alice@corp.example, ssh, root, web-1",
        "alice@ssh@web-1, alice, ssh, ssh, web-1",
    })
    void targetIsTakenFromTheEnd(String sent, String user, String protocol, String account, String asset) {
        assertThat(LoginName.parse(sent, PROTOCOLS)).isEqualTo(new LoginName.Direct(user, protocol, account, asset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "", "alice@", "@web-1", "alice@@web", "@root@web", "alice@root@", "JMS-"})
    void anythingElseIsAPerson(String sent) {
        assertThat(LoginName.parse(sent, PROTOCOLS)).isEqualTo(new LoginName.Plain(sent));
    }

    @ParameterizedTest
    @CsvSource({"alice@web-1, alice, web-1", "alice#web-1, alice, web-1", "alice#10.0.0.1, alice, 10.0.0.1", "a#b, a, b"
    })
    void twoPartsAreAPersonAndAnAsset(String sent, String user, String asset) {
        assertThat(LoginName.parse(sent, PROTOCOLS)).isEqualTo(new LoginName.Direct(user, "ssh", "", asset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JMS-0195c0de", "jms-0195c0de"})
    void tokenFormGivesTheId(String sent) {
        assertThat(LoginName.parse(sent, PROTOCOLS)).isEqualTo(new LoginName.Token("0195c0de"));
    }
}
