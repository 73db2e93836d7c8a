package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private final InTurn inTurn = new InTurn();

    @Test
    void oneAfterTheOtherAlsoBehindOneThatThrows() {
        List<Integer> done = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> last = new CompletableFuture<>();
        for (int i = 0; i < 1000; i++) {
            int number = i;
            inTurn.execute(() -> {
                done.add(number);
                if (number == 7) {
                    throw new IllegalStateException("a defect");
                }
            });
        }
        inTurn.execute(() -> last.complete(Thread.currentThread()));

        assertThat(last.join()).isNotSameAs(Thread.currentThread());
        assertThat(done).hasSize(1000).isSorted();
    }
}
