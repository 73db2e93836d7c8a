package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places<String> places = new Places<>();

    @Test
    void nobodyHoldsMoreThanTheirShareAndEverybodyHasOne() {
        assertThat(places.take("ann", 2)).isTrue();
        assertThat(places.take("ann", 2)).isTrue();

        assertThat(places.take("ann", 2)).isFalse();
        assertThat(places.take("bob", 2)).isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainOnce() {
        places.take("ann", 1);
        places.giveBack("ann");

        assertThat(places.take("ann", 1)).isTrue();
        assertThat(places.take("ann", 1)).isFalse();
    }
}
