package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.StorableText;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Owned;
import gatehouse.policy.entity.PermissionId;
import gatehouse.vault.entity.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's stay at one account of one asset: who, where, from when to when, why it ended. Names are kept as they were, so that
 * the row still tells something when the asset is gone. Life: connecting, running, over; what is over does not change.
 */
@Entity
@Table(name = "session_session")
public class Session implements Owned {
    /** Characters. */
    public static final int MAX_DETAIL = 1000;

    private static final int MAX_NAME = 255;

    @Id
    private UUID id;

    private UUID organisation;
    private UUID userId;
    private String username;
    private UUID asset;
    private String assetName;
    private UUID account;
    private String accountName;
    private String protocol;

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    private String command;

    @Enumerated(EnumType.STRING)
    private SessionOrigin.Via via;

    private String address;
    private UUID permission;
    private UUID signIn;
    private Instant startedAt;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private SessionOutcome outcome;

    private String detail;
    private long inputBytes;
    private long outputBytes;
    private boolean recorded;
    private long recordingBytes;
    private long recordingChunks;
    private byte[] recordingHash;

    protected Session() {}

    public Session(SessionId id, Caller caller, SessionOrigin origin, SessionTarget target, Instant startedAt) {
        this.id = id.value();
        this.organisation = caller.organisation().value();
        this.userId = caller.user().value();
        this.username = StorableText.of(caller.username(), MAX_NAME);
        this.signIn = caller.signIn();
        this.via = origin.via();
        this.address = StorableText.of(origin.address(), 64);
        this.asset = target.asset().value();
        this.assetName = StorableText.of(target.assetName(), MAX_NAME);
        this.account = target.account().map(AccountId::value).orElse(null);
        this.accountName = StorableText.of(target.accountName(), MAX_NAME);
        this.protocol = target.protocol();
        this.kind = target.kind();
        this.command = StorableText.of(target.command());
        this.permission = target.permission().value();
        this.startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        this.outcome = SessionOutcome.CONNECTING;
        this.detail = "";
    }

    /** The target accepted the account. */
    public void connected(boolean withRecording) {
        requireNotOver();
        outcome = SessionOutcome.RUNNING;
        recorded = withRecording;
    }

    /** @param why for people; empty when the outcome says it all */
    public void end(SessionOutcome how, String why, Instant at, Traffic traffic) {
        requireNotOver();
        outcome = how;
        detail = StorableText.of(why, MAX_DETAIL);
        Instant end = at.truncatedTo(ChronoUnit.MICROS);
        endedAt = end.isBefore(startedAt) ? startedAt : end;
        inputBytes = traffic.input();
        outputBytes = traffic.output();
    }

    /** The recording is complete on the disk. */
    public void recordingClosed(long bytes, long chunks, byte[] hash) {
        recorded = true;
        recordingBytes = bytes;
        recordingChunks = chunks;
        recordingHash = hash.clone();
    }

    /** Bytes in each direction. */
    public record Traffic(long input, long output) {
        public static final Traffic NONE = new Traffic(0, 0);
    }

    private void requireNotOver() {
        if (outcome.isOver()) {
            throw SessionProblem.SESSION_ENDED.problem("the session is over");
        }
    }

    public SessionId id() {
        return new SessionId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String username() {
        return username;
    }

    public AssetId asset() {
        return new AssetId(asset);
    }

    public String assetName() {
        return assetName;
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(account).map(AccountId::new);
    }

    public String accountName() {
        return accountName;
    }

    public String protocol() {
        return protocol;
    }

    public SessionKind kind() {
        return kind;
    }

    public String command() {
        return command;
    }

    public SessionOrigin origin() {
        return new SessionOrigin(via, address);
    }

    public PermissionId permission() {
        return new PermissionId(permission);
    }

    public UUID signIn() {
        return signIn;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public SessionOutcome outcome() {
        return outcome;
    }

    public String detail() {
        return detail;
    }

    public Traffic traffic() {
        return new Traffic(inputBytes, outputBytes);
    }

    public boolean recorded() {
        return recorded;
    }

    public long recordingBytes() {
        return recordingBytes;
    }

    public long recordingChunks() {
        return recordingChunks;
    }

    /** The last hash of the recording's chain; empty while it is being written. */
    public Optional<byte[]> recordingHash() {
        return Optional.ofNullable(recordingHash).map(byte[]::clone);
    }
}
