package gatehouse.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(1);

    @Test
    void nobodyHasNoPasswordThatFits() {
        try (Secret password = Secret.ofString("correct horse")) {
            assertThat(hasher.verify(password, Optional.empty())).isFalse();
            assertThat(hasher.verify(password, Optional.of(hasher.hash(password))))
                    .isTrue();
        }
    }

    /** One is hashed and does not come to its end, {@link PasswordHasher#WAITING_PER_CORE} wait: no room for another. */
    @Test
    void whoeverComesWhenTheQueueIsFullIsToldSoAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(() -> hasher.inTurn(() -> {
                begun.countDown();
                await(goOn);
                return "hashed";
            })));
            begun.await();
            for (int i = 0; i < PasswordHasher.WAITING_PER_CORE; i++) {
                answers.add(threads.submit(() -> hasher.inTurn(() -> "hashed")));
            }
            while (hasher.waiting() < PasswordHasher.WAITING_PER_CORE) {
                Thread.onSpinWait();
            }

            try (Secret password = Secret.ofString("correct horse")) {
                assertThatThrownBy(() -> hasher.verify(password, Optional.empty()))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                problem -> assertThat(problem.codeName()).isEqualTo(IdentityProblem.BUSY.name()));
            } finally {
                goOn.countDown();
            }
        }

        for (Future<String> answer : answers) {
            assertThat(answer.get()).as("of those who were let in").isEqualTo("hashed");
        }
        assertThat(hasher.waiting()).isZero();
        try (Secret password = Secret.ofString("correct horse")) {
            assertThat(hasher.verify(password, Optional.of(hasher.hash(password))))
                    .as("there is room again")
                    .isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
