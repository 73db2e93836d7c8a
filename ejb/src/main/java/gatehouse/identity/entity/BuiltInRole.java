package gatehouse.identity.entity;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Roles that every installation has. Their rights come from the {@link RightCatalogue}s and grow with the product. */
public enum BuiltInRole {
    /** Holds every right there is. */
    SYSTEM_ADMINISTRATOR(1),
    /** Keeps one organisation's users, assets, accounts and permissions. */
    ORGANISATION_ADMINISTRATOR(2),
    /** Sees everything that happened and changes nothing. */
    AUDITOR(3),
    /** Opens sessions. */
    USER(4);

    private final int number;

    BuiltInRole(int number) {
        this.number = number;
    }

    /** Keys of the rows that the first migration inserted. */
    public RoleId id() {
        return new RoleId(new UUID(0x7000L, 0x8000_0000_0000_0000L + number));
    }

    public static Optional<BuiltInRole> find(RoleId id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** For messages: the role's name, or its id when it is not built in. */
    public static String nameOf(RoleId id) {
        return find(id).map(Enum::name).orElse(id.toString());
    }
}
