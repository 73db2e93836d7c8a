package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.Network;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
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
        PersonShare.Coming first = share.comes(network(1));
        for (int i = 1; i < PersonShare.MOST_OF_NETWORK; i++) {
            share.comes(network(1));
        }

        assertFull(() -> share.comes(network(1)));
        share.comes(network(2));

        first.left();
        first.left();
        assertThatCode(() -> share.comes(network(1))).doesNotThrowAnyException();
        assertFull(() -> share.comes(network(1)));
    }

    @Test
    void whatACustomerIsGivenOfIpv6HasAShareOfItsOwn() {
        PersonShare.Coming first = share.comes(slash64(0));
        for (int i = 1; i < 2 * PersonShare.MOST_OF_NETWORK; i++) {
            share.comes(slash64(i));
        }
        assertFull(() -> share.comes(slash64(0xff)));

        for (int i = 0; i < 2 * PersonShare.MOST_OF_NETWORK; i++) {
            share.comes(slash64((i + 1) << 8));
        }
        assertFull(() -> share.comes(slash64(0xff00)));
        share.comes(Network.of("2001:db8:1::1"));

        first.left();
        assertThatCode(() -> share.comes(slash64(0xff00))).doesNotThrowAnyException();
    }

    @Test
    void whereAllPlacesAreTakenTheNewcomerGetsOneOfTheNetworkThatHoldsMost() {
        List<Integer> ended = new ArrayList<>();
        for (int i = 0; i < PersonShare.MOST_COMING; i++) {
            int number = i;
            share.comes(network(i / PersonShare.MOST_OF_NETWORK)).isReadUntil(() -> ended.add(number));
        }
        assertThat(ended).isEmpty();

        share.comes(network(200)).isReadUntil(() -> ended.add(-1));
        share.comes(network(201)).isReadUntil(() -> ended.add(-2));

        assertThat(ended).containsExactly(0, PersonShare.MOST_OF_NETWORK);
    }

    @Test
    void whatIsWholeIsNotEndedAndNoMoreIsKeptThanFitsIntoTheMemory() {
        List<Integer> ended = new ArrayList<>();
        for (int i = 0; i < PersonShare.MOST_COMING; i++) {
            PersonShare.Coming coming = share.comes(network(i / PersonShare.MOST_OF_NETWORK));
            coming.isReadUntil(() -> ended.add(0));
            coming.isWhole();
        }
        PersonShare.Coming last = share.comes(network(200));
        last.isReadUntil(() -> ended.add(1));

        assertFull(last::isWhole);
        assertThat(ended).isEmpty();
    }

    /** The body may be here before it has its place. */
    @Test
    void whatWasWholeAtOnceKeepsNoPlaceAmongThoseThatCome() {
        List<Integer> ended = new ArrayList<>();
        PersonShare.Coming prompt = share.comes(network(100));
        prompt.isWhole();
        prompt.isReadUntil(() -> ended.add(0));
        for (int i = 0; i < PersonShare.MOST_COMING; i++) {
            share.comes(network(i / PersonShare.MOST_OF_NETWORK)).isReadUntil(() -> ended.add(1));
        }

        assertThat(ended).isEmpty();
    }

    private static Network slash64(int number) {
        return Network.of("2001:db8:0:" + Integer.toHexString(number) + "::1");
    }
}
