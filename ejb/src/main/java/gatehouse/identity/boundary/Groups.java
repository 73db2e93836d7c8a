package gatehouse.identity.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.control.Conflicts;
import gatehouse.identity.control.GroupRows;
import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.Group;
import gatehouse.identity.entity.GroupId;
import gatehouse.identity.entity.GroupsChanged;
import gatehouse.identity.entity.IdentityRight;
import gatehouse.kernel.Caller;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.UserId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;

/** Groups of users, and who is in them. */
@Stateless
public class Groups {
    @Inject
    private GroupRows groups;

    @Inject
    private UserRows users;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<GroupsChanged> news;

    public Page<Group> list(Caller caller, PageRequest request) {
        caller.require(IdentityRight.GROUP_VIEW);
        return groups.page(caller.scope(), request);
    }

    /** @throws gatehouse.kernel.ProblemException {@code GROUP_UNKNOWN} */
    public Group require(Caller caller, GroupId id) {
        caller.require(IdentityRight.GROUP_VIEW);
        return groups.require(caller.scope(), id);
    }

    public Set<UserId> members(Caller caller, GroupId id) {
        caller.require(IdentityRight.GROUP_VIEW);
        groups.require(caller.scope(), id);
        return groups.members(caller.scope(), id);
    }

    /** For decisions: the groups of any user of the caller's organisation. Needs no right; a decision is about the caller. */
    public Set<GroupId> of(Caller caller, UserId user) {
        return groups.groupsOf(caller.scope(), user);
    }

    /** @throws gatehouse.kernel.ProblemException {@code NAME_TAKEN}; {@code STEP_UP_REQUIRED} with oneself in it */
    public Group create(Caller caller, String name, String comment, Set<UserId> members) {
        caller.require(IdentityRight.GROUP_CHANGE);
        Names.requireSeen(KernelProblem.VALUE_INVALID, "name", name, "");
        Group group = new Group(GroupId.next(), caller.organisation(), name, comment);
        Conflicts.named(() -> groups.add(caller.scope(), group), "name", "there is a group of this name");
        record("group.created", caller, group);
        if (!members.isEmpty()) {
            setMembers(caller, group.id(), members);
        }
        return group;
    }

    /** @throws gatehouse.kernel.ProblemException {@code NAME_TAKEN} */
    public Group change(Caller caller, GroupId id, String name, String comment) {
        caller.require(IdentityRight.GROUP_CHANGE);
        Group group = groups.require(caller.scope(), id);
        Names.requireSeen(KernelProblem.VALUE_INVALID, "name", name, group.name());
        group.change(name, comment);
        Conflicts.named(() -> groups.flush(caller.scope()), "name", "there is a group of this name");
        record("group.changed", caller, group);
        return group;
    }

    /** @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} for one that oneself is in */
    public void delete(Caller caller, GroupId id) {
        caller.require(IdentityRight.GROUP_CHANGE);
        Group group = groups.require(caller.scope(), id);
        if (groups.members(caller.scope(), id).contains(caller.user())) {
            proof.require(caller);
        }
        groups.remove(caller.scope(), group);
        record("group.deleted", caller, group);
        news.fire(new GroupsChanged(caller.organisation()));
    }

    /**
     * Makes these users the members.
     *
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} for joining or leaving oneself: a group may reach what its members may not, and
     *     be kept from what they may
     */
    public void setMembers(Caller caller, GroupId id, Set<UserId> wanted) {
        caller.require(IdentityRight.GROUP_CHANGE);
        Group group = groups.require(caller.scope(), id);
        wanted.forEach(user -> FieldChecks.about("users", () -> users.require(caller.scope(), user)));
        Set<UserId> present = groups.members(caller.scope(), id);
        if (wanted.contains(caller.user()) != present.contains(caller.user())) {
            proof.require(caller);
        }
        difference(present, wanted).forEach(user -> groups.removeMember(caller.scope(), id, user));
        difference(wanted, present).forEach(user -> groups.addMember(caller.scope(), id, user));
        audit.record(AuditEvent.of("group.members-changed", caller)
                .with("group", AuditField.open(group.name()))
                .with("added", AuditField.open(difference(wanted, present)))
                .with("removed", AuditField.open(difference(present, wanted))));
        news.fire(new GroupsChanged(caller.organisation()));
    }

    /**
     * Makes these groups the ones that the user is in.
     *
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} for joining or leaving one oneself
     */
    public void setGroupsOf(Caller caller, UserId user, Set<GroupId> wanted) {
        caller.require(IdentityRight.GROUP_CHANGE);
        users.require(caller.scope(), user);
        wanted.forEach(group -> FieldChecks.about("groups", () -> groups.require(caller.scope(), group)));
        Set<GroupId> present = groups.groupsOf(caller.scope(), user);
        if (present.equals(wanted)) {
            return;
        }
        if (user.equals(caller.user())) {
            proof.require(caller);
        }
        difference(present, wanted).forEach(group -> groups.removeMember(caller.scope(), group, user));
        difference(wanted, present).forEach(group -> groups.addMember(caller.scope(), group, user));
        audit.record(AuditEvent.of("user.groups-changed", caller)
                .with("user", AuditField.open(user))
                .with("added", AuditField.open(difference(wanted, present)))
                .with("removed", AuditField.open(difference(present, wanted))));
        news.fire(new GroupsChanged(caller.organisation()));
    }

    private void record(String type, Caller caller, Group group) {
        audit.record(AuditEvent.of(type, caller)
                .with("id", AuditField.open(group.id()))
                .with("name", AuditField.open(group.name())));
    }

    private static <T> Set<T> difference(Set<T> all, Set<T> without) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
