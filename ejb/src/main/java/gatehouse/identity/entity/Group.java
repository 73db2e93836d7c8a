package gatehouse.identity.entity;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Users that permissions name together. */
@Entity
@Table(name = "identity_group")
public class Group implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private String name;
    private String comment;

    @Version
    private int version;

    protected Group() {}

    public Group(GroupId id, OrganisationId organisation, String name, String comment) {
        this.id = id.value();
        this.organisation = organisation.value();
        change(name, comment);
    }

    public final void change(String newName, String newComment) {
        if (newName.isBlank() || newName.length() > 128) {
            throw KernelProblem.VALUE_INVALID.at("name", "a group's name has 1 to 128 characters");
        }
        name = newName.strip();
        comment = newComment;
    }

    public GroupId id() {
        return new GroupId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return name;
    }

    public String comment() {
        return comment;
    }

    public int version() {
        return version;
    }
}
