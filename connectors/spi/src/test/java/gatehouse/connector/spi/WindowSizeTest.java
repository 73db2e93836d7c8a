package gatehouse.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowSizeTest {
    @Test
    void wildValuesAreClamped() {
        assertThat(new WindowSize(-1, 1_000_000, -5, 70_000)).isEqualTo(new WindowSize(0, 4096, 0, 65_535));
    }

    @Test
    void aWindowThatShowsNothingIsReadInOneThatDoes() {
        assertThat(WindowSize.cells(0, 0).readable()).isEqualTo(WindowSize.cells(80, 24));
        assertThat(WindowSize.cells(1, 1).readable()).isEqualTo(WindowSize.cells(20, 5));
        assertThat(WindowSize.cells(132, 43).readable()).isEqualTo(WindowSize.cells(132, 43));
    }
}
