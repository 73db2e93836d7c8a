package gatehouse.policy.entity;

/** A permission as the decision engine sees it. */
public record Permit(PermissionId id, PermissionDetails details) {}
