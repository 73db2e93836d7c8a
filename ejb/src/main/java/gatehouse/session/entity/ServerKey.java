package gatehouse.session.entity;

import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A private key with which an inbound server proves itself, sealed; every node of a cluster has the same. Never changes, but for its layout. */
@Entity
@Table(name = "session_server_key")
public class ServerKey {
    private static final String PURPOSE = "session.server-key";

    @Id
    private String name;

    private byte[] sealed;
    private Instant createdAt;

    protected ServerKey() {}

    /** @param name inbound protocol and key, for example {@code ssh/ssh-ed25519} */
    public ServerKey(String name, Sealed sealed, Instant createdAt) {
        this.name = name;
        this.sealed = sealed.bytes();
        this.createdAt = createdAt;
    }

    public static SealedFor place(String name) {
        return SealedFor.server(PURPOSE, name);
    }

    public SealedFor place() {
        return place(name);
    }

    public String name() {
        return name;
    }

    public Sealed sealed() {
        return new Sealed(sealed);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
