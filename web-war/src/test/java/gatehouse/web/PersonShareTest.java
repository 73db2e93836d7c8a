package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.Network;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** R12.7 */
class PersonShareTest {
    private final PersonShare share = new PersonShare();

    private static void assertFull(ThrowingCallable wanted) {
        assertThatThrownBy(wanted)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(WebProblem.TOO_MANY_REQUESTS));
    }

    private static Network network(int number) {
        return Network.of("192.0.2." + number);
    }

    @Test
    void allStrangersTogetherHaveAShareAndAPersonHasTheirOwn() {
        Optional<UserId> person = Optional.of(UserId.next());
        for (int i = 0; i < PersonShare.MOST_OF_STRANGERS; i++) {
            share.begin(Optional.empty());
        }
        for (int i = 0; i < PersonShare.MOST; i++) {
            share.begin(person);
        }

        assertFull(() -> share.begin(Optional.empty()));
        assertFull(() -> share.begin(person));
        share.begin(Optional.of(UserId.next()));

        share.end(Optional.empty());
        assertThatCode(() -> share.begin(Optional.empty())).doesNotThrowAnyException();
    }

    @Test
    void aNetworkHasAShareOfWhatIsComing() {
        for (int i = 0; i < PersonShare.MOST_OF_NETWORK; i++) {
            share.comes(network(1));
        }

        assertFull(() -> share.comes(network(1)));
        share.comes(network(2));

        share.left(network(1));
        assertThatCode(() -> share.comes(network(1))).doesNotThrowAnyException();
    }

    @Test
    void allNetworksTogetherHaveNoMoreThanFitsIntoTheMemory() {
        for (int i = 0; i < PersonShare.MOST_COMING; i++) {
            share.comes(network(i / PersonShare.MOST_OF_NETWORK));
        }

        assertFull(() -> share.comes(network(200)));

        share.left(network(0));
        assertThatCode(() -> share.comes(network(200))).doesNotThrowAnyException();
    }
}
