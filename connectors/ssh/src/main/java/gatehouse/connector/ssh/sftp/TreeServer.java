package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.files.FileTree;
import gatehouse.kernel.ProblemException;
import java.util.Optional;

/** The server's end of a tree: frames what the client asks and ends everything together. */
final class TreeServer implements TerminalInput {
    private final ClientSide client;
    private final TreeRequests requests;
    private final PacketFramer framer;
    private volatile boolean over;

    TreeServer(FileTree tree, TerminalOutput output) {
        client = new ClientSide(output);
        requests = new TreeRequests(tree, client);
        framer = new PacketFramer(requests, (_, _, _, _, done) -> done.complete(), SftpProblem.REQUEST_MALFORMED);
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        if (over) {
            done.complete();
            return;
        }
        Parts parts = new Parts(done);
        requests.delivering(parts);
        try {
            framer.deliver(bytes, offset, length, parts.piece());
        } catch (ProblemException problem) {
            end(Optional.of(problem));
        } finally {
            parts.complete();
        }
    }

    @Override
    public void endOfInput() {
        end(Optional.empty());
    }

    @Override
    public void resize(WindowSize size) {}

    @Override
    public void signal(String name) {}

    @Override
    public void close() {
        end(Optional.empty());
    }

    private void end(Optional<ProblemException> reason) {
        over = true;
        requests.close();
        client.close(reason);
    }
}
