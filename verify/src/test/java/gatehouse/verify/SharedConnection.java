package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One connection of OpenSSH, signed in with a connection token, on which further clients open their channels (ControlMaster). */
final class SharedConnection implements AutoCloseable {
    private static final long SOON = 180;

    private final Process master;
    private final SshClient client;
    private final String login;

    private SharedConnection(Process master, SshClient client, String login) {
        this.master = master;
        this.client = client;
        this.login = login;
    }

    static SharedConnection open(RunningGatehouse gatehouse, JsonObject token)
            throws IOException, InterruptedException {
        Path socket = Files.createTempDirectory("shared").resolve("socket");
        String login = "JMS-" + token.getString("id");
        String value = token.getString("value");
        Process master = new SshClient(gatehouse.sshPort(), value)
                .options("-o", "ControlMaster=yes", "-o", "ControlPath=" + socket)
                .forwardingOnly(login)
                .start();
        for (int i = 0; i < SOON * 10 && master.isAlive() && !Files.exists(socket); i++) {
            Thread.sleep(100);
        }
        assertThat(socket).as("the connection's socket").exists();
        SshClient client = new SshClient(gatehouse.sshPort(), value)
                .options("-o", "ControlMaster=no", "-o", "ControlPath=" + socket);
        return new SharedConnection(master, client, login);
    }

    /** On a channel of this connection; when that is gone, on one that would have to sign in itself. */
    Program.Result ssh(String command) {
        return client.ssh(login, command).run();
    }

    /** The server hung up. */
    void awaitEnd() throws InterruptedException {
        assertThat(master.waitFor(SOON, TimeUnit.SECONDS)).as("hung up").isTrue();
    }

    @Override
    public void close() {
        master.destroyForcibly();
    }
}
