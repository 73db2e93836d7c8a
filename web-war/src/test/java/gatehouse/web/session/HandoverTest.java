package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.Files;
import gatehouse.kernel.KernelProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void aBodyThatEndsIsFinished() {
        long total =
                Handover.upload(CompletableFuture.completedFuture(new Heard()), new ByteArrayInputStream(new byte[5]));

        assertThat(total).isEqualTo(5);
        assertThat(heard).containsExactly("content 5", "finish");
    }

    @Test
    void aBodyThatIsCutOffIsAbandoned() {
        assertThatThrownBy(() -> Handover.upload(CompletableFuture.completedFuture(new Heard()), cut()))
                .hasMessageContaining("ended before it was complete");
        assertThat(heard).containsExactly("content 5", "abandon");
    }

    @Test
    void whyItWasCutIsSaidAlsoWhenItCannotBeAbandoned() {
        Heard deaf = new Heard() {
            @Override
            public CompletionStage<Void> abandon() {
                return CompletableFuture.failedFuture(KernelProblem.VALUE_INVALID.problem("the target is gone"));
            }
        };

        assertThatThrownBy(() -> Handover.upload(CompletableFuture.completedFuture(deaf), cut()))
                .hasMessageContaining("ended before it was complete")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("the target is gone"));
    }

    private static InputStream cut() {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[5]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the browser went away");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the browser went away");
            }
        });
    }

    private class Heard implements Files.Writing {
        @Override
        public void content(byte[] bytes, int offset, int length, Completion done) {
            heard.add("content " + length);
            done.complete();
        }

        @Override
        public CompletionStage<Void> finish() {
            return ended("finish");
        }

        @Override
        public CompletionStage<Void> abandon() {
            return ended("abandon");
        }

        private CompletionStage<Void> ended(String how) {
            heard.add(how);
            return CompletableFuture.completedFuture(null);
        }
    }
}
