package gatehouse.connector.ssh.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.junit.jupiter.api.Test;

class DialFailuresTest {
    private final Map<Object, Object> noted = new HashMap<>();

    /** Keeps what is noted of a session, and can nothing else. */
    private final Session session = (Session) Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (self, method, given) -> switch (method.getName()) {
                case "setAttribute" -> noted.put(given[0], given[1]);
                case "getAttribute" -> noted.get(given[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private String quoted(String words) throws Exception {
        DialFailures.RECORDER.sessionDisconnect(session, SshConstants.SSH2_DISCONNECT_BY_APPLICATION, words, "", false);
        return DialFailures.words(session);
    }

    @Test
    void theLastWordsOfATargetAreQuotedSoThatTheySteerNothing() throws Exception {
        assertThat(quoted("no\u001b[2J \u009b2J\u202e \\ more\r\n"))
                .isEqualTo(" (it says: no\\u{1b}[2J \\u{9b}2J\\u{202e} \\\\ more\\r\\n)");
    }

    @Test
    void aTargetThatSaysNothingIsNotQuoted() throws Exception {
        assertThat(DialFailures.words(session)).isEmpty();
        assertThat(quoted(" ")).isEmpty();
    }
}
