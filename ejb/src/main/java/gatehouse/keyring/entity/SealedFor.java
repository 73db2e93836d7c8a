package gatehouse.keyring.entity;

import gatehouse.kernel.Scope;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a sealed value belongs. It opens nowhere else: copied into another row, it is refused (R1.5).
 *
 * @param owner the organisation, or the nil UUID for what belongs to none
 * @param purpose names context, table and column, for example {@code vault.secret.sealed}
 * @param subject whose value it is there, for example the account and the version of its secret; never changes
 */
public record SealedFor(UUID owner, String purpose, String subject) {
    private static final UUID NOBODY = new UUID(0, 0);

    public SealedFor {
        Objects.requireNonNull(owner);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(subject);
    }

    public static SealedFor in(Scope scope, String purpose, Object subject) {
        return new SealedFor(scope.organisation().value(), purpose, subject.toString());
    }

    /** What belongs to no organisation. */
    public static SealedFor server(String purpose, Object subject) {
        return new SealedFor(NOBODY, purpose, subject.toString());
    }
}
