package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileClient;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.connector.spi.files.FileRelay;
import gatehouse.connector.spi.files.FileTree;

/** SFTP for sessions. */
public final class SftpProtocol implements FileProtocol {
    @Override
    public FileRelay relay(FileGuard guard, TerminalOutput client) {
        return new SftpRelay(guard, client);
    }

    @Override
    public FileClient client() {
        return new SftpClient();
    }

    @Override
    public TerminalInput serve(FileTree tree, TerminalOutput client) {
        return new TreeServer(tree, client);
    }
}
