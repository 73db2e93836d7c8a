package gatehouse.identity.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** A set of rights with a name. The built-in ones belong to no organisation. */
@Entity
@Table(name = "identity_role")
public class Role {
    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private BuiltInRole builtIn;

    protected Role() {}

    public RoleId id() {
        return new RoleId(id);
    }

    public String name() {
        return name;
    }

    public Optional<BuiltInRole> builtIn() {
        return Optional.ofNullable(builtIn);
    }
}
