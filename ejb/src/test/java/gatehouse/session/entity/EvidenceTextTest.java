package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.PermissionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PostgreSQL refuses a row with a NUL in any of its texts, and with it its audit event. */
class EvidenceTextTest {
    private static final Caller ALICE = new Caller(
            UserId.next(), "alice\0", new OrganisationId(new UUID(1, 1)), Set.of(), "127.0.0.1", "ssh", new UUID(0, 0));

    @Test
    void aTransferKeepsWhateverItsPeersSaid() {
        Transfer line =
                transfer().ended(TransferOutcome.FAILED, "no\0 ro\ud83dom", TransferContent.NONE, Instant.EPOCH);

        assertThat(line.detail()).isEqualTo("no␀ ro\ufffdom");
        assertThat(line.path()).isEqualTo("/tmp/\\u{0}");
        assertThat(line.username() + line.assetName() + line.accountName()).isEqualTo("alice␀web␀root␀");
    }

    @Test
    void aSessionKeepsWhateverWasSaidOfIt() {
        Session session = session();
        session.end(SessionOutcome.TERMINATED, "ended: \0", Instant.EPOCH, Session.Traffic.NONE);

        assertThat(session.detail()).isEqualTo("ended: ␀");
        assertThat(session.command()).isEqualTo("echo ␀");
        assertThat(session.username() + session.assetName() + session.accountName())
                .isEqualTo("alice␀web␀root␀");
    }

    @Test
    void inAsciiNothingIsMissing() {
        Transfer line = transfer().ended(TransferOutcome.FAILED, "é\0", TransferContent.NONE, Instant.EPOCH);
        TransferId id = line.id();
        Command command = new Command(
                        new CommandSubject(SessionId.next(), ALICE, new AssetId(new UUID(2, 2)), "wéb", "root"),
                        1,
                        "echo é",
                        Instant.EPOCH,
                        Duration.ZERO)
                .ended("é\n", OptionalInt.of(3));

        assertThat(line.inAscii().detail()).isEqualTo("\\u{e9}\\u{2400}");
        assertThat(line.id()).isEqualTo(id);
        assertThat(command.inAscii().text()).isEqualTo("echo \\u{e9}");
        assertThat(command.inAscii().output()).isEqualTo("\\u{e9}\\u{a}");
        assertThat(command.inAscii().exitStatus()).hasValue(3);
        assertThat(command.inAscii().id()).isEqualTo(command.id());
    }

    private static Transfer transfer() {
        return new Transfer(
                new TransferSubject(SessionId.next(), ALICE, new AssetId(new UUID(2, 2)), "web\0", "root\0", "ssh"),
                FileOperation.of(FileOperation.Kind.READ, FilePath.of("/tmp/\0")),
                Instant.EPOCH);
    }

    private static Session session() {
        return new Session(
                SessionId.next(),
                ALICE,
                new SessionOrigin(SessionOrigin.Via.SSH, "127.0.0.1"),
                new SessionTarget(
                        new AssetId(new UUID(2, 2)),
                        "web\0",
                        Optional.empty(),
                        "root\0",
                        "ssh",
                        SessionKind.COMMAND,
                        "echo \0",
                        new PermissionId(new UUID(3, 3))),
                Instant.EPOCH);
    }
}
