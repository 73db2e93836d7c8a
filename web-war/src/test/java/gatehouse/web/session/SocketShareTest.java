package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R20.8 */
class SocketShareTest {
    private final SocketShare share = new SocketShare();

    @Test
    void nobodyHasMoreThanTheirSocketsAndEachIsGivenBackOnce() {
        Caller greedy = person();
        Optional<SocketShare.Place> first = share.enter(greedy);
        for (int i = 1; i < SocketShare.MOST; i++) {
            assertThat(share.enter(greedy)).isPresent();
        }

        assertThat(share.enter(greedy)).isEmpty();
        assertThat(share.enter(person())).isPresent();

        first.orElseThrow().leave();
        first.orElseThrow().leave();
        assertThat(share.enter(greedy)).isPresent();
        assertThat(share.enter(greedy)).isEmpty();
    }

    private static Caller person() {
        return new Caller(UserId.next(), "greta", OrganisationId.next(), Set.of(), "192.0.2.7", "web", new UUID(0, 0));
    }
}
