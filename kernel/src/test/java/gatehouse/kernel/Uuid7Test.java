package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Uuid7Test {
    @Test
    void carriesVersionVariantAndTime() {
        var id = Uuid7.at(0x0123_4567_89abL);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(0x0123_4567_89abL);
    }

    @Test
    void laterIdsSortBehindEarlierOnes() {
        assertThat(Uuid7.at(1_000).toString()).isLessThan(Uuid7.at(1_001).toString());
    }
}
