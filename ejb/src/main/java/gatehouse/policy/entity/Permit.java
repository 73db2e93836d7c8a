package gatehouse.policy.entity;

/** A permission as the decision engine sees it. Compared by its id: one estate holds one state of each permission. */
public record Permit(PermissionId id, PermissionDetails details) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Permit permit && id.equals(permit.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
