package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many who do something at the same time, and meet in the middle of it. */
final class AtInstant {
    private final CountDownLatch middle = new CountDownLatch(1);

    /** Called by each in the middle of what it does: waits until none of them gets any further without this. */
    void meet() {
        try {
            middle.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one of them throws fails the test. */
    void run(int many, IntConsumer act) throws InterruptedException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, many)
                .mapToObj(i -> Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                        .start(() -> act.accept(i)))
                .toList();
        while (!threads.stream().allMatch(AtInstant::waits)) {
            Thread.onSpinWait();
        }
        middle.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }
}
