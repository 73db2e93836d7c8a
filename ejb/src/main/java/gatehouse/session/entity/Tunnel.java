package gatehouse.session.entity;

import gatehouse.connector.spi.files.FilePath;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
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
import java.util.UUID;

/** One forwarded connection of a session, written when it was over, and never changed. Its bytes were counted, not looked at. */
@Entity
@Table(name = "session_tunnel")
public class Tunnel implements Owned {
    private static final int MAX_NAME = 255;

    @Id
    private UUID id;

    private UUID organisation;
    private UUID session;
    private UUID userId;
    private String username;
    private UUID asset;
    private String assetName;
    private String accountName;

    @Enumerated(EnumType.STRING)
    private TunnelDirection direction;

    private String host;
    private int port;
    private String originator;
    private long sentBytes;
    private long receivedBytes;
    private Instant startedAt;
    private Instant endedAt;

    protected Tunnel() {}

    public Tunnel(SessionId session, Caller caller, SessionTarget target, TunnelWay way, TunnelSpan span) {
        this.id = TunnelId.next().value();
        this.organisation = caller.organisation().value();
        this.session = session.value();
        this.userId = caller.user().value();
        this.username = cut(caller.username());
        this.asset = target.asset().value();
        this.assetName = cut(target.assetName());
        this.accountName = cut(target.accountName());
        this.direction = way.direction();
        this.host = written(way.host());
        this.port = way.port();
        this.originator = written(way.originator());
        this.sentBytes = span.traffic().input();
        this.receivedBytes = span.traffic().output();
        this.startedAt = span.startedAt().truncatedTo(ChronoUnit.MICROS);
        Instant end = span.endedAt().truncatedTo(ChronoUnit.MICROS);
        this.endedAt = end.isBefore(startedAt) ? startedAt : end;
    }

    /** What somebody else said, so that any database takes it: a line that is refused would be missing. */
    private static String written(String word) {
        return cut(FilePath.of(word).text());
    }

    private static String cut(String text) {
        return StorableText.of(text, MAX_NAME);
    }

    /** Itself, with its texts as every database takes them. */
    public Tunnel inAscii() {
        username = StorableText.inAscii(username, MAX_NAME);
        assetName = StorableText.inAscii(assetName, MAX_NAME);
        accountName = StorableText.inAscii(accountName, MAX_NAME);
        host = StorableText.inAscii(host, MAX_NAME);
        originator = StorableText.inAscii(originator, MAX_NAME);
        return this;
    }

    public TunnelId id() {
        return new TunnelId(id);
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

    public AssetId asset() {
        return new AssetId(asset);
    }

    public String assetName() {
        return assetName;
    }

    public String accountName() {
        return accountName;
    }

    public TunnelWay way() {
        return new TunnelWay(direction, host, port, originator);
    }

    public TunnelSpan span() {
        return new TunnelSpan(startedAt, endedAt, new Session.Traffic(sentBytes, receivedBytes));
    }
}
