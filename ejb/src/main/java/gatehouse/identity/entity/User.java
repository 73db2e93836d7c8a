package gatehouse.identity.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person, or a script that signs in as one. What proves who it is lies in {@link Credentials}. */
@Entity
@Table(name = "identity_user")
public class User implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private String username;
    private String name;
    private String email;
    private String locale;
    private boolean active;
    private Instant expiresAt;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "identity_user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role_id")
    private Set<UUID> roles = new HashSet<>();

    @Version
    private int version;

    protected User() {}

    public User(UserId id, OrganisationId organisation, UserProfile profile, Instant createdAt) {
        this.id = id.value();
        this.organisation = organisation.value();
        this.createdAt = createdAt;
        change(profile);
    }

    public final void change(UserProfile profile) {
        username = profile.username();
        name = profile.name();
        email = profile.email();
        locale = profile.locale();
        active = profile.active();
        expiresAt = profile.expiresAt().orElse(null);
        roles.clear();
        profile.roles().forEach(role -> roles.add(role.value()));
    }

    /** What {@link #change} takes; to be changed one field at a time. */
    public UserProfile profile() {
        return new UserProfile(username, name, email, locale, active, expiresAt(), roles());
    }

    /** Active, and not past its end. */
    public boolean usableAt(Instant instant) {
        return active && expiresAt().map(instant::isBefore).orElse(true);
    }

    public UserId id() {
        return new UserId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String username() {
        return username;
    }

    /** As people write it; may be empty. */
    public String name() {
        return name;
    }

    /** May be empty. */
    public String email() {
        return email;
    }

    /** BCP 47, for example {@code zh-CN}; empty: as the browser or client says. */
    public String locale() {
        return locale;
    }

    public boolean active() {
        return active;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Set<RoleId> roles() {
        return roles.stream().map(RoleId::new).collect(Collectors.toUnmodifiableSet());
    }

    public int version() {
        return version;
    }
}
