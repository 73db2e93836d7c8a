package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SerialTest {
    private final List<String> done = new ArrayList<>();
    private final Serial serial = new Serial(Runnable::run, 4);

    @Test
    void stepsWaitForTheOneBefore() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        serial.submit(() -> first);
        serial.submit(() -> note("second"));
        assertThat(done).isEmpty();
        first.complete(null);
        assertThat(done).containsExactly("second");
        assertThat(serial.isIdle()).isTrue();
    }

    @Test
    void stepThatFailsOrThrowsIsFollowedByTheNext() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        serial.submit(() -> first);
        serial.submit(() -> {
            throw new IllegalStateException("expected by the test");
        });
        serial.submit(() -> CompletableFuture.failedFuture(new IllegalStateException("also expected")));
        serial.submit(() -> note("last"));
        first.completeExceptionally(new IllegalStateException("expected"));
        assertThat(done).containsExactly("last");
        assertThat(serial.isIdle()).isTrue();
    }

    @Test
    void tooManyThatWaitAreRefused() {
        serial.submit(CompletableFuture::new);
        for (int i = 0; i < 4; i++) {
            assertThat(serial.submit(() -> note("waits"))).isTrue();
        }
        assertThat(serial.submit(() -> note("too many"))).isFalse();
    }

    private CompletableFuture<Void> note(String step) {
        done.add(step);
        return CompletableFuture.completedFuture(null);
    }
}
