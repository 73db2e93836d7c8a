package gatehouse.session.control.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionLimits;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionShareTest {
    private static final SessionLimits TWO =
            new SessionLimits(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(1), 2);

    private final SessionShare share = new SessionShare();

    @Test
    void whoHasAsManyAsOnePersonMayHaveIsToldToEndOne() {
        Caller greedy = person();
        share.take(greedy, TWO);
        share.take(greedy, TWO);

        assertThatThrownBy(() -> share.take(greedy, TWO))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2 sessions")
                .hasMessageContaining("end one of them first");
        assertThatCode(() -> share.take(person(), TWO)).doesNotThrowAnyException();

        share.giveBack(greedy);
        assertThatCode(() -> share.take(greedy, TWO)).doesNotThrowAnyException();
    }

    private static Caller person() {
        return new Caller(UserId.next(), "greta", OrganisationId.next(), Set.of(), "192.0.2.7", "ssh", new UUID(0, 0));
    }
}
