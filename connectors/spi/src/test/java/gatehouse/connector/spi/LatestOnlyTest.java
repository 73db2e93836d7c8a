package gatehouse.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
    private final List<Integer> told = new ArrayList<>();
    private final ArrayDeque<Completion> open = new ArrayDeque<>();

    @Test
    void whoeverDoesNotReadIsToldTheLastOneOnly() {
        LatestOnly<Integer> values = new LatestOnly<>((value, done) -> {
            told.add(value);
            open.add(done);
        });

        for (int i = 0; i < 100_000; i++) {
            values.offer(i);
        }
        assertThat(told).containsExactly(0);
        open.remove().complete();
        assertThat(told).containsExactly(0, 99_999);
        open.remove().complete();
        values.offer(7);

        assertThat(told).containsExactly(0, 99_999, 7);
    }
}
