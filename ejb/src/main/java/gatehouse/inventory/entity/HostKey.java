package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A key that a machine has shown on one of its ports. Life: pending or changed, then accepted or rejected; an accepted one is replaced by the next. */
@Entity
@Table(name = "inventory_host_key")
public class HostKey implements Owned {
    /** Only {@code ACCEPTED} is trusted. */
    public enum State {
        /** First one that the machine showed; nobody has decided. */
        PENDING,
        /** Shown although another one is trusted; nobody has decided. */
        CHANGED,
        ACCEPTED,
        REJECTED,
        REPLACED
    }

    @Id
    private UUID id;

    private UUID organisation;
    private UUID asset;
    private String host;
    private int port;
    private String keyType;
    private String fingerprint;
    private byte[] encoded;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    private Instant firstSeenAt;
    private Instant lastSeenAt;
    private String decidedBy = "";
    private Instant decidedAt;

    protected HostKey() {}

    public HostKey(OrganisationId organisation, AssetId asset, PresentedKey key, Instant now) {
        this.id = HostKeyId.next().value();
        this.organisation = organisation.value();
        this.asset = asset.value();
        this.host = key.host();
        this.port = key.port();
        this.keyType = key.keyType();
        this.fingerprint = key.fingerprint();
        this.encoded = key.encoded();
        this.firstSeenAt = now;
        this.lastSeenAt = now;
    }

    /** Another key is trusted for the same endpoint. */
    public void markChanged() {
        state = State.CHANGED;
    }

    /** @param by username, or {@code first use} */
    public void accept(String by, Instant now) {
        decide(State.ACCEPTED, by, now);
    }

    public void reject(String by, Instant now) {
        decide(State.REJECTED, by, now);
    }

    public void replace(String by, Instant now) {
        decide(State.REPLACED, by, now);
    }

    public void seen(Instant now) {
        lastSeenAt = now;
    }

    private void decide(State decided, String by, Instant now) {
        state = decided;
        decidedBy = by;
        decidedAt = now;
    }

    public HostKeyId id() {
        return new HostKeyId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public AssetId asset() {
        return new AssetId(asset);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String keyType() {
        return keyType;
    }

    /** {@code SHA256:} and unpadded base64. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The key as on the wire. */
    public byte[] encoded() {
        return encoded.clone();
    }

    public State state() {
        return state;
    }

    public boolean accepted() {
        return state == State.ACCEPTED;
    }

    public Instant firstSeenAt() {
        return firstSeenAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    /** Who accepted or replaced it: a username, {@code first use}, or empty. */
    public String decidedBy() {
        return decidedBy;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
