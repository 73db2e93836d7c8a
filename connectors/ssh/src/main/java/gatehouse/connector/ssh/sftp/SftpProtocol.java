package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileClient;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.connector.spi.files.FileRelay;

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
}
