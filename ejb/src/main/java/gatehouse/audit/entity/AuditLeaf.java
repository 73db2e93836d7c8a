package gatehouse.audit.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.StorableText;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event as it is stored; inserted, never changed. */
@Entity
@Table(name = "audit_leaf")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class AuditLeaf implements Owned {
    private static final int MAX_NAME = 255;
    private static final int MAX_ADDRESS = 64;

    @Id
    private UUID id;

    private UUID organisation;
    private String type;
    private Instant at;
    private UUID actor;
    private String actorName;
    private String address;
    private String channel;
    private UUID signIn;
    private String fields;

    /** What it is about. Not part of the hash: it finds events, and {@link #fields} say what is true. */
    private UUID subject;

    private byte[] contentHash;
    private byte[] mac;

    protected AuditLeaf() {}

    /**
     * @param at truncated to microseconds, which both databases keep
     * @param fields as {@link AuditContent} writes them
     */
    public AuditLeaf(UUID id, Instant at, AuditEvent event, String fields) {
        this.id = id;
        this.at = at;
        this.type = event.type();
        this.organisation = event.actor().organisation().value();
        this.actor = event.actor().user();
        this.actorName = StorableText.of(event.actor().username(), MAX_NAME);
        this.address = StorableText.of(event.actor().address(), MAX_ADDRESS);
        this.channel = event.actor().channel();
        this.signIn = event.actor().signIn();
        this.fields = StorableText.of(fields);
        this.subject = event.subject().orElse(null);
    }

    /** Once, before the leaf is stored. */
    public void seal(byte[] hash, byte[] code) {
        if (contentHash != null) {
            throw new IllegalStateException("the leaf is sealed already");
        }
        contentHash = hash.clone();
        mac = code.clone();
    }

    public UUID id() {
        return id;
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String type() {
        return type;
    }

    public Instant at() {
        return at;
    }

    public UUID actor() {
        return actor;
    }

    public String actorName() {
        return actorName;
    }

    public String address() {
        return address;
    }

    public String channel() {
        return channel;
    }

    public UUID signIn() {
        return signIn;
    }

    public String fields() {
        return fields;
    }

    public byte[] contentHash() {
        return contentHash.clone();
    }

    public byte[] mac() {
        return mac.clone();
    }
}
