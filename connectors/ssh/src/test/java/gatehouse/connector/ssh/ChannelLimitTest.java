package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingOutput;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.wire.ChannelLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Too many channels of one connection are refused one by one; those that are open go on. Our client against our server. */
class ChannelLimitTest {
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        bastion = new TestingBastion(TestingBastion.anyPort());
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
    }

    private static TerminalConnection connect() {
        return bastion.connector.connect(TestingTarget.byPassword(bastion.port, "alice", "right"));
    }

    /** Waits until the other end hangs up. */
    private static final class Quiet implements TunnelFlow {
        final CompletableFuture<Void> closed = new CompletableFuture<>();

        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void end() {
            // its close follows
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }

    /** Ends in a server inside. */
    private static TunnelFlow forward(TerminalConnection wire, TunnelFlow back) throws Exception {
        return wire.tunnel("asset.test", 22, back).toCompletableFuture().get(180, TimeUnit.SECONDS);
    }

    private static TerminalInput command(TerminalConnection wire) throws Exception {
        return wire.open(TerminalRequest.exec("wait for ever"), new TestingOutput())
                .toCompletableFuture()
                .get(180, TimeUnit.SECONDS);
    }

    @Test
    void forwardedConnectionsAreRefusedAboveTheLimitUntilOneIsClosed() throws Exception {
        try (TerminalConnection wire = connect()) {
            Quiet first = new Quiet();
            TunnelFlow open = forward(wire, first);
            for (int i = 1; i < ChannelLimit.FORWARDED.most(); i++) {
                forward(wire, new Quiet());
            }
            assertThatThrownBy(() -> forward(wire, new Quiet()))
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("this connection has 256 forwarded connections open");
            command(wire);

            open.close();
            first.closed.get(180, TimeUnit.SECONDS);
            awaitPlace(wire);
        }
    }

    @Test
    void whyAForwardedConnectionIsRefusedSteersNothing() throws Exception {
        try (TerminalConnection wire = connect()) {
            assertThatThrownBy(() -> wire.tunnel("steering.test", 22, new Quiet())
                            .toCompletableFuture()
                            .get(180, TimeUnit.SECONDS))
                    .hasStackTraceContaining("no\\u{1b}[2J \\u{9b}2J");
        }
    }

    /** The server may still be about to close its end. */
    private static void awaitPlace(TerminalConnection wire) throws Exception {
        for (int i = 0; i < 3600; i++) {
            try {
                forward(wire, new Quiet());
                return;
            } catch (ExecutionException refused) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("no place became free");
    }

    @Test
    void commandsAreRefusedAboveTheLimitAndTheOthersGoOn() throws Exception {
        try (TerminalConnection wire = connect()) {
            List<TerminalInput> open = new ArrayList<>();
            for (int i = 0; i < ChannelLimit.SESSIONS.most(); i++) {
                open.add(command(wire));
            }
            assertThatThrownBy(() -> command(wire))
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("this connection has 64 shells and commands open");
            forward(wire, new Quiet());
            assertThat(wire.whenClosed().toCompletableFuture()).isNotDone();
            assertThat(open).hasSize(64);
        }
    }
}
