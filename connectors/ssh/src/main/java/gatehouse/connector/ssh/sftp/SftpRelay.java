package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileRelay;
import gatehouse.kernel.ProblemException;
import java.util.Optional;

/** Both directions of one guarded SFTP channel. */
final class SftpRelay implements FileRelay {
    private final Conversation conversation = new Conversation();
    private final FileGuard guard;
    private final TerminalOutput output;
    private final ClientSide client;
    private final Requests requests;
    private volatile TerminalInput target;

    SftpRelay(FileGuard guard, TerminalOutput output) {
        this.guard = guard;
        this.output = output;
        this.client = new ClientSide(output);
        this.requests = new Requests(guard, conversation, client);
    }

    @Override
    public TerminalOutput fromTarget() {
        return new FromTarget();
    }

    @Override
    public TerminalInput toTarget(TerminalInput next) {
        target = next;
        return new ToTarget();
    }

    private void fail(ProblemException problem) {
        TerminalInput next = target;
        if (next != null) {
            next.close();
        }
        end(Optional.of(problem));
    }

    private void end(Optional<ProblemException> reason) {
        conversation.end();
        client.close(reason);
    }

    private final class ToTarget implements TerminalInput {
        private final PacketFramer framer = new PacketFramer(
                requests,
                (bytes, offset, length, _, done) -> target.input(bytes, offset, length, done),
                SftpProblem.REQUEST_MALFORMED);
        private volatile boolean failed;

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            if (failed) {
                done.complete();
                return;
            }
            Parts parts = new Parts(done);
            requests.delivering(parts);
            try {
                framer.deliver(bytes, offset, length, parts.piece());
            } catch (ProblemException problem) {
                failed = true;
                fail(problem);
            } finally {
                parts.complete();
            }
        }

        @Override
        public void endOfInput() {
            target.endOfInput();
        }

        /** Files have no window. */
        @Override
        public void resize(WindowSize size) {}

        /** A file server needs none, and a name is a word to whoever waits for it. */
        @Override
        public void signal(String name) {}

        @Override
        public void close() {
            failed = true;
            target.close();
            conversation.end();
        }
    }

    private final class FromTarget implements TerminalOutput {
        private final PacketFramer framer =
                new PacketFramer(new Answers(guard, conversation), client.source(), SftpProblem.ANSWER_MALFORMED);
        private volatile boolean failed;

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            if (failed) {
                done.complete();
                return;
            }
            try {
                framer.deliver(bytes, offset, length, done);
            } catch (ProblemException problem) {
                failed = true;
                fail(problem);
            }
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            if (!failed && guard.beside(FileOperation.Effect.READ, length)) {
                output.error(bytes, offset, length, done);
                return;
            }
            done.complete();
            if (!failed) {
                failed = true;
                fail(SftpProblem.TOO_MUCH_BESIDE_FILES.problem(
                        "more passed beside files than the session lets through"));
            }
        }

        @Override
        public void endOfOutput() {
            client.endOfOutput();
        }

        @Override
        public void exited(ExitStatus status) {
            output.exited(status);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            failed = true;
            end(reason);
        }
    }
}
