package gatehouse.session.control.menu;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sessions that print what they are and what they get; "x" ends one. */
final class TestingSessions implements MenuSessions {
    final BlockingQueue<Running> running = new LinkedBlockingQueue<>();
    CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<TerminalInput> open(MenuChoice choice, TerminalOutput output) {
        Running session = new Running(choice, output);
        running.add(session);
        return gate.thenApply(_ -> {
            session.say("<" + choice.asset().name() + " " + choice.protocol() + " " + choice.username() + ">");
            return session;
        });
    }

    Running next() throws InterruptedException {
        return running.poll(TestingTerminal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    static final class Running implements TerminalInput {
        final MenuChoice choice;
        final TerminalOutput output;
        final CompletableFuture<Boolean> closed = new CompletableFuture<>();
        final BlockingQueue<WindowSize> sizes = new LinkedBlockingQueue<>();

        Running(MenuChoice choice, TerminalOutput output) {
            this.choice = choice;
            this.output = output;
        }

        void say(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            output.output(bytes, 0, bytes.length, Completion.NOTHING);
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            String typed = new String(bytes, offset, length, StandardCharsets.UTF_8);
            say("[" + typed + "]");
            done.complete();
            if (typed.contains("x")) {
                output.exited(new ExitStatus.Code(7));
                output.closed(Optional.empty());
            }
        }

        @Override
        public void endOfInput() {}

        @Override
        public void resize(WindowSize size) {
            sizes.add(size);
        }

        @Override
        public void signal(String name) {}

        @Override
        public void close() {
            if (closed.complete(true)) {
                output.closed(Optional.empty());
            }
        }
    }
}
