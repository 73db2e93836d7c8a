package gatehouse.session.entity;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.StorableText;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** One file operation in a session, written when it was over, and never changed. */
@Entity
@Table(name = "session_transfer")
public class Transfer implements Owned {
    /** Longer than what Linux accepts, even when each byte is written as an escape. */
    static final int MAX_PATH = 16_384;

    private static final int MAX_DETAIL = 1000;
    private static final int MAX_NAME = 255;

    @Id
    private UUID id;

    private UUID organisation;
    private UUID session;
    private UUID userId;
    private String username;
    private String address;
    private UUID asset;
    private String assetName;
    private String accountName;
    private String protocol;

    @Enumerated(EnumType.STRING)
    private FileOperation.Kind operation;

    private String path;
    private String secondPath;
    private long bytes;
    private String sha256;
    private boolean whole;

    @Enumerated(EnumType.STRING)
    private TransferOutcome outcome;

    private String detail;
    private Instant startedAt;
    private Instant endedAt;

    protected Transfer() {}

    public Transfer(TransferSubject subject, FileOperation done, Instant startedAt) {
        this.id = TransferId.next().value();
        this.organisation = subject.caller().organisation().value();
        this.session = subject.session().value();
        this.userId = subject.caller().user().value();
        this.username = StorableText.of(subject.caller().username(), MAX_NAME);
        this.address = StorableText.of(subject.caller().address(), 64);
        this.asset = subject.asset().value();
        this.assetName = StorableText.of(subject.assetName(), MAX_NAME);
        this.accountName = StorableText.of(subject.account(), MAX_NAME);
        this.protocol = subject.protocol();
        this.operation = done.kind();
        this.path = StorableText.of(done.path().text(), MAX_PATH);
        this.secondPath = StorableText.of(done.second().map(FilePath::text).orElse(""), MAX_PATH);
        this.startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        this.outcome = TransferOutcome.INTERRUPTED;
        this.detail = "";
        this.endedAt = this.startedAt;
    }

    /** @param why for people; empty when the outcome says it all */
    public Transfer ended(TransferOutcome how, String why, TransferContent content, Instant at) {
        outcome = how;
        detail = StorableText.of(why, MAX_DETAIL);
        bytes = content.bytes();
        sha256 = content.sha256().orElse(null);
        whole = content.whole();
        Instant end = at.truncatedTo(ChronoUnit.MICROS);
        endedAt = end.isBefore(startedAt) ? startedAt : end;
        return this;
    }

    /** Itself, with its texts as every database takes them. */
    public Transfer inAscii() {
        username = StorableText.inAscii(username, MAX_NAME);
        assetName = StorableText.inAscii(assetName, MAX_NAME);
        accountName = StorableText.inAscii(accountName, MAX_NAME);
        path = StorableText.inAscii(path, MAX_PATH);
        secondPath = StorableText.inAscii(secondPath, MAX_PATH);
        detail = StorableText.inAscii(detail, MAX_DETAIL);
        return this;
    }

    public TransferId id() {
        return new TransferId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public SessionId session() {
        return new SessionId(session);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String username() {
        return username;
    }

    public String address() {
        return address;
    }

    public AssetId asset() {
        return new AssetId(asset);
    }

    public String assetName() {
        return assetName;
    }

    public String accountName() {
        return accountName;
    }

    public String protocol() {
        return protocol;
    }

    public FileOperation.Kind operation() {
        return operation;
    }

    /** Printable: see {@link FilePath#text()}. */
    public String path() {
        return path;
    }

    /** The new name of a rename, the new file of a link or copy; empty for everything else. */
    public String secondPath() {
        return secondPath;
    }

    public TransferContent content() {
        return new TransferContent(bytes, Optional.ofNullable(sha256), whole);
    }

    public TransferOutcome outcome() {
        return outcome;
    }

    public String detail() {
        return detail;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
