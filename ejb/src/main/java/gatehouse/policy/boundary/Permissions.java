package gatehouse.policy.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Groups;
import gatehouse.identity.entity.FreshProof;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.policy.control.PermissionRows;
import gatehouse.policy.entity.AssetPermission;
import gatehouse.policy.entity.PermissionChanged;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.PermissionFilter;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.PolicyRight;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asset permissions of the caller's organisation, for administrators. */
@Stateless
public class Permissions {
    @Inject
    private PermissionRows rows;

    @Inject
    private Groups groups;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<PermissionChanged> news;

    public Page<AssetPermission> list(Caller caller, PermissionFilter filter, PageRequest request) {
        caller.require(PolicyRight.PERMISSION_VIEW);
        return rows.page(caller.scope(), filter, request);
    }

    /** @throws gatehouse.kernel.ProblemException {@code PERMISSION_MISSING} */
    public AssetPermission require(Caller caller, PermissionId id) {
        caller.require(PolicyRight.PERMISSION_VIEW);
        return rows.require(caller.scope(), id);
    }

    /** @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} for oneself */
    public AssetPermission create(Caller caller, PermissionDetails details) {
        caller.require(PolicyRight.PERMISSION_CHANGE);
        requireProofForOneself(caller, details);
        return told("permission.created", caller, rows.add(caller.scope(), details));
    }

    /**
     * @param revision that the change was made from; empty for whatever it is now
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} for one that gives something to oneself, or kept something from
     *     oneself
     */
    public AssetPermission change(Caller caller, PermissionId id, PermissionDetails details, Optional<Long> revision) {
        caller.require(PolicyRight.PERMISSION_CHANGE);
        requireProofForOneself(caller, details);
        requireProofForExclusion(caller, rows.require(caller.scope(), id).details());
        return told("permission.changed", caller, rows.change(caller.scope(), id, details, revision));
    }

    /** @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} for one that kept something from oneself */
    public void remove(Caller caller, PermissionId id) {
        caller.require(PolicyRight.PERMISSION_CHANGE);
        AssetPermission permission = rows.require(caller.scope(), id);
        requireProofForExclusion(caller, permission.details());
        told("permission.deleted", caller, permission);
        rows.remove(caller.scope(), permission);
    }

    /** A thief of a session takes no access with it: not for the person, and for no group that the person is in. */
    private void requireProofForOneself(Caller caller, PermissionDetails details) {
        if (details.users().contains(caller.user())
                || groups.of(caller, caller.user()).stream().anyMatch(details.groups()::contains)) {
            proof.require(caller);
        }
    }

    /** An exclusion binds every permission: with it out of the way, another one may give what it excluded. */
    private void requireProofForExclusion(Caller caller, PermissionDetails before) {
        if (before.accounts().excludesAnything()) {
            requireProofForOneself(caller, before);
        }
    }

    private AssetPermission told(String type, Caller caller, AssetPermission permission) {
        PermissionDetails details = permission.details();
        audit.record(AuditEvent.of(type, caller)
                .with("permission", AuditField.open(permission.id()))
                .with("name", AuditField.open(details.name()))
                .with("users", AuditField.open(details.users()))
                .with("groups", AuditField.open(details.groups()))
                .with("assets", AuditField.open(details.assets()))
                .with("nodes", AuditField.open(details.nodes()))
                .with("accounts", AuditField.open(details.accounts().words()))
                .with("protocols", AuditField.open(details.protocols()))
                .with("actions", AuditField.open(details.actions()))
                .with("tunnels", AuditField.open(details.tunnels().words()))
                .with("until", AuditField.open(details.end()))
                .with("active", AuditField.open(details.active())));
        news.fire(new PermissionChanged(permission.organisation(), permission.id()));
        return permission;
    }
}
