package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForwardChannelTest {
    private final AtomicInteger ends = new AtomicInteger();

    private final TunnelFlow receiver = new TunnelFlow() {
        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void end() {
            ends.incrementAndGet();
        }

        @Override
        public void close() {}
    };

    /** Each would wait in the queue of whoever does not read. */
    @Test
    void anEndThatIsSaidAgainIsToldOnce() throws IOException {
        ForwardChannel channel = ForwardChannel.direct("web-1.example", 80, receiver);
        channel.handleEof();
        channel.handleEof();

        assertThat(ends).hasValue(1);
    }
}
