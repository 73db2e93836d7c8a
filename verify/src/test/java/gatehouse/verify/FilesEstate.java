package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A target with files, and two people: one who may carry files there and remove them, one who may only connect. */
final class FilesEstate implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TestingSshServer target = TestingSshServer.start();
    private final RunningGatehouse gatehouse = RunningGatehouse.shared();
    private final Path here;
    private final String asset;
    private final String assetId;
    private final String carrier;
    private final String looker;
    private final SshClient client = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);

    /** @param name of the asset; the people are named after it */
    FilesEstate(String name) {
        asset = name;
        carrier = name + "-carrier";
        looker = name + "-looker";
        Estate estate = new Estate(gatehouse);
        assetId = estate.sshAsset(name, target.port());
        estate.account(assetId, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user(carrier), assetId, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD", "DELETE");
        estate.permit(estate.user(looker), assetId, TestingSshServer.USER, "CONNECT");
        client.ssh(carrierLogin(), "true").run();
        estate.acceptHostKeys();
        try {
            here = Files.createTempDirectory("files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningGatehouse gatehouse() {
        return gatehouse;
    }

    SshClient client() {
        return client;
    }

    String asset() {
        return asset;
    }

    String assetId() {
        return assetId;
    }

    String carrier() {
        return carrier;
    }

    String carrierLogin() {
        return carrier + "@" + TestingSshServer.USER + "@" + asset;
    }

    String lookerLogin() {
        return looker + "@" + TestingSshServer.USER + "@" + asset;
    }

    /** A folder for the client's files. */
    Path here() {
        return here;
    }

    /** Where the account starts at the target. */
    Path there() {
        return target.home();
    }

    TransferLog log() {
        return new TransferLog(gatehouse.admin());
    }

    /**
     * The carrier's last session was a shell in which {@code command} sent a file: it is in the log and marked in the recording, its
     * content is not on the record, and the shell went on.
     *
     * @param traffic what only the protocol itself says, as it would stand in the recording
     */
    void requireDownloadThroughTerminal(String protocol, String file, byte[] content, String traffic, String command) {
        assertThat(log().requireWhole("read", file, content).getString("protocol"))
                .isEqualTo(protocol);
        SessionLog sessions = new SessionLog(gatehouse.admin());
        JsonObject session = sessions.lastEnded(carrier);
        String replay = sessions.replay(session);
        assertThat(replay)
                .contains(protocol + ": download of " + file, protocol + ": " + file + " arrived", "still-a-shell-42")
                .doesNotContain(traffic);
        assertThat(replay.length())
                .as("the content itself is not on the record")
                .isLessThan(50_000);
        assertThat(sessions.commands(session, 2)).contains(command, "echo still-a-shell-$((40 + 2))");
    }

    /** {@code sftp} with these commands, ending at the first that fails unless it begins with {@code -}. */
    Program.Result sftp(String login, String... commands) {
        return client.sftp(login)
                .in(here)
                .typing(String.join("\n", commands) + "\n")
                .atMost(PATIENCE)
                .run();
    }

    /** A program at the client's side that starts {@code ssh} itself; {@link #remoteShell} says how. */
    Program local(List<String> command) {
        return client.withPassword(Program.of(new ArrayList<>(command)))
                .in(here)
                .atMost(PATIENCE);
    }

    /** {@code ssh} with its options, as one command line. */
    String remoteShell(String login) {
        return client.commandLine(login);
    }

    @Override
    public void close() {
        target.close();
    }
}
