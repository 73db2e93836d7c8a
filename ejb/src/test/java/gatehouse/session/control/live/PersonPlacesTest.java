package gatehouse.session.control.live;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PersonPlacesTest {
    private static final SessionLimits TWO =
            new SessionLimits(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(1), 2);

    private final PersonPlaces places = new PersonPlaces();

    @Test
    void whoHasAsManyAsOnePersonMayHaveIsToldToEndOne() {
        Caller greedy = person();
        CompletableFuture<Void> first = new CompletableFuture<>();
        open(greedy, first);
        open(greedy, new CompletableFuture<>());

        assertThatThrownBy(() -> open(greedy, new CompletableFuture<>()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2 sessions")
                .hasMessageContaining("end one of them first");
        assertThatCode(() -> open(person(), new CompletableFuture<>())).doesNotThrowAnyException();

        first.complete(null);
        assertThatCode(() -> open(greedy, new CompletableFuture<>())).doesNotThrowAnyException();
        assertThatThrownBy(() -> open(greedy, new CompletableFuture<>())).hasMessageContaining("2 sessions");
    }

    @Test
    void whatDoesNotOpenHasNoPlace() {
        Caller unlucky = person();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.take(unlucky, TWO).hold(PersonPlacesTest::missing, _ -> null))
                    .hasMessage("no such target");
        }
    }

    @Test
    void anErrorWhileOpeningGivesThePlaceBack() {
        Caller unlucky = person();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.take(unlucky, TWO).hold(PersonPlacesTest::broken, _ -> null))
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    private static String broken() {
        throw new StackOverflowError();
    }

    private void open(Caller person, CompletableFuture<Void> ended) {
        assertThat(places.take(person, TWO).hold(() -> "session", _ -> ended)).isEqualTo("session");
    }

    private static String missing() {
        throw new IllegalStateException("no such target");
    }

    private static Caller person() {
        return new Caller(UserId.next(), "greta", OrganisationId.next(), Set.of(), "192.0.2.7", "ssh", new UUID(0, 0));
    }
}
