package gatehouse.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewPermissionTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void everyWrongMemberIsNamedAtOnce() {
        NewPermission body = new NewPermission(
                " ",
                Optional.of(List.of("nobody")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("root", "@NONE", "!"),
                Optional.empty(),
                Optional.of(List.of("CONNECT", "FLY")),
                Optional.of(List.of("*:*", "db.example.org")),
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty());
        assertThat(catchThrowableOfType(ProblemException.class, body::details).fields())
                .extracting(WrongField::field)
                .containsExactly("users[0]", "accounts[1]", "accounts[2]", "actions[1]", "tunnels[1]", "name", "until");
    }
}
