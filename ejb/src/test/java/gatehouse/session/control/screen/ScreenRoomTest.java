package gatehouse.session.control.screen;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** R1.1 */
class ScreenRoomTest {
    private static final WindowSize LARGE = WindowSize.cells(200, 100);
    private static final WindowSize SMALL = WindowSize.cells(80, 24);

    private final ScreenRoom room = new ScreenRoom(2 * 200 * 100 + 2 * 80 * 24);

    @Test
    void aScreenIsNoLargerThanAnyPersonLooksAt() {
        assertThat(new ScreenModel(WindowSize.cells(5000, 5000)).size()).isEqualTo(WindowSize.cells(300, 200));
    }

    @Test
    void aScreenThatDoesNotFitInIsModelledSmall() {
        ScreenModel first = new ScreenModel(LARGE, room);
        ScreenModel second = new ScreenModel(LARGE, room);

        assertThat(first.size()).isEqualTo(LARGE);
        assertThat(second.size()).isEqualTo(SMALL);
        assertThat(new ScreenModel(WindowSize.cells(40, 100), room).size()).isEqualTo(WindowSize.cells(40, 24));
    }

    @Test
    void aScreenThatGrowsWhereThereIsNoRoomBecomesSmallAndGoesOn() {
        ScreenModel first = new ScreenModel(LARGE, room);
        ScreenModel second = new ScreenModel(SMALL, room);
        second.resize(LARGE);
        byte[] text = "\033[?1049hstill here".getBytes(StandardCharsets.UTF_8);
        second.feed(text, 0, text.length);

        assertThat(second.size()).isEqualTo(SMALL);
        assertThat(second.row(0)).isEqualTo("still here");
        assertThat(first.size()).isEqualTo(LARGE);
    }

    @Test
    void whatIsClosedMakesRoom() {
        ScreenModel first = new ScreenModel(LARGE, room);
        first.close();
        ScreenModel second = new ScreenModel(LARGE, room);

        assertThat(second.size()).isEqualTo(LARGE);
        assertThat(room.taken()).isEqualTo(2 * 200 * 100);
    }
}
