package gatehouse.session.entity;

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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** One command of a session: from the emulated screen of a shell, or the command line of an exec. */
@Entity
@Table(name = "session_command")
public class Command implements Owned {
    /** Longer than any kernel takes as one argument list by default. */
    static final int MAX_TEXT = 1_000_000;

    static final int MAX_OUTPUT = 4096;
    private static final int MAX_NAME = 255;
    private static final int MAX_TYPISTS = 2000;

    @Id
    private UUID id;

    private UUID organisation;
    private UUID session;
    private int sequence;
    private UUID userId;
    private String username;
    private UUID asset;
    private String assetName;
    private String accountName;
    private String typedBy;
    private String text;
    private String output;
    private Instant startedAt;
    private long offsetMillis;
    private Integer exitStatus;

    @Enumerated(EnumType.STRING)
    private CommandRisk risk;

    protected Command() {}

    /**
     * @param sequence from 1 within the session
     * @param offset since the recording's start, for the player
     */
    public Command(CommandSubject subject, int sequence, String text, Instant startedAt, Duration offset) {
        this.id = CommandId.next().value();
        this.organisation = subject.caller().organisation().value();
        this.session = subject.session().value();
        this.sequence = sequence;
        this.userId = subject.caller().user().value();
        this.username = StorableText.of(subject.caller().username(), MAX_NAME);
        this.asset = subject.asset().value();
        this.assetName = StorableText.of(subject.assetName(), MAX_NAME);
        this.accountName = StorableText.of(subject.account(), MAX_NAME);
        this.typedBy = this.username;
        this.text = StorableText.of(text, MAX_TEXT);
        this.output = "";
        this.startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        this.offsetMillis = offset.toMillis();
        this.risk = CommandRisk.NONE;
    }

    private Command(Command other) {
        this.id = other.id;
        this.organisation = other.organisation;
        this.session = other.session;
        this.sequence = other.sequence;
        this.userId = other.userId;
        this.username = other.username;
        this.asset = other.asset;
        this.assetName = other.assetName;
        this.accountName = other.accountName;
        this.typedBy = other.typedBy;
        this.text = other.text;
        this.startedAt = other.startedAt;
        this.offsetMillis = other.offsetMillis;
        this.risk = other.risk;
    }

    /**
     * A copy that knows how it went on: this one may be being written by another thread.
     *
     * @param printed the beginning of its output
     */
    public Command ended(String printed, OptionalInt status) {
        Command ended = new Command(this);
        ended.output = StorableText.of(printed, MAX_OUTPUT);
        ended.exitStatus = status.isPresent() ? status.getAsInt() : null;
        return ended;
    }

    /** A copy with its texts as every database takes them. */
    public Command inAscii() {
        Command plain = new Command(this);
        plain.username = StorableText.inAscii(username, MAX_NAME);
        plain.assetName = StorableText.inAscii(assetName, MAX_NAME);
        plain.accountName = StorableText.inAscii(accountName, MAX_NAME);
        plain.typedBy = StorableText.inAscii(typedBy, MAX_TYPISTS);
        plain.text = StorableText.inAscii(text, MAX_TEXT);
        plain.output = StorableText.inAscii(output, MAX_OUTPUT);
        plain.exitStatus = exitStatus;
        return plain;
    }

    /** A line in the place of this one and those after it, {@code count} in all, that are in the recording only. */
    public Command standsForUnlisted(int count) {
        Command line = new Command(this);
        line.id = CommandId.next().value();
        line.text = "[" + count + (count == 1 ? " command" : " commands") + " not listed]";
        line.output = "";
        return line;
    }

    /**
     * Used right after it was made.
     *
     * @param names of those who typed it; empty: the session's own person
     */
    public Command typedBy(List<String> names) {
        Command typed = new Command(this);
        typed.output = output;
        typed.typedBy = names.isEmpty() ? username : StorableText.of(String.join(", ", names), MAX_TYPISTS);
        return typed;
    }

    public CommandId id() {
        return new CommandId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public SessionId session() {
        return new SessionId(session);
    }

    public int sequence() {
        return sequence;
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

    public String accountName() {
        return accountName;
    }

    /** Names of those who typed it: several when a session is shared. */
    public String typedBy() {
        return typedBy;
    }

    public String text() {
        return text;
    }

    /** The beginning of what it printed, up to 4 KiB of text; empty while it runs. */
    public String output() {
        return output;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Since the recording's start. */
    public Duration offset() {
        return Duration.ofMillis(offsetMillis);
    }

    /** Known of an exec, and of shells that mark it. */
    public OptionalInt exitStatus() {
        return exitStatus == null ? OptionalInt.empty() : OptionalInt.of(exitStatus);
    }

    public CommandRisk risk() {
        return risk;
    }
}
