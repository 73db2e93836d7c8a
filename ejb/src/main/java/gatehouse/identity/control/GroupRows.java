package gatehouse.identity.control;

import gatehouse.identity.entity.Group;
import gatehouse.identity.entity.GroupId;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of groups and their members. Both ends of a membership are checked to be of the organisation. */
@ApplicationScoped
public class GroupRows {
    private static final Listing<Group> LISTING = new Listing<>(
            Group.class, List.of("name", "comment"), Map.of("name", "name"), new PageRequest.Order("name", false));

    private Rows rows;

    protected GroupRows() {}

    @Inject
    GroupRows(Rows rows) {
        this.rows = rows;
    }

    /** @throws gatehouse.kernel.ProblemException {@code GROUP_UNKNOWN} */
    public Group require(Scope scope, GroupId id) {
        return rows.in(scope)
                .find(Group.class, id.value())
                .orElseThrow(() -> IdentityProblem.GROUP_UNKNOWN.problem("there is no such group"));
    }

    public Page<Group> page(Scope scope, PageRequest request) {
        return rows.in(scope).page(LISTING, request, List.of());
    }

    public void add(Scope scope, Group group) {
        rows.in(scope).add(group);
        rows.in(scope).flush();
    }

    public void remove(Scope scope, Group group) {
        rows.in(scope).remove(group);
    }

    public void flush(Scope scope) {
        rows.in(scope).flush();
    }

    /** As text: an untyped query gives H2's uuid as bytes and PostgreSQL's as a {@code java.util.UUID}. */
    @SuppressWarnings("unchecked")
    public Set<UserId> members(Scope scope, GroupId id) {
        List<String> found = rows.in(scope)
                .sql(
                        "select cast(m.user_id as varchar(36)) from gatehouse.identity_group_member m join gatehouse.identity_group g"
                                + " on g.id = m.group_id where g.organisation = :organisation and g.id = :id")
                .setParameter("id", id.value())
                .getResultList();
        return found.stream().map(UserId::parse).collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("unchecked")
    public Set<GroupId> groupsOf(Scope scope, UserId id) {
        List<String> found = rows.in(scope)
                .sql(
                        "select cast(m.group_id as varchar(36)) from gatehouse.identity_group_member m join gatehouse.identity_group g"
                                + " on g.id = m.group_id where g.organisation = :organisation and m.user_id = :id")
                .setParameter("id", id.value())
                .getResultList();
        return found.stream().map(GroupId::parse).collect(Collectors.toUnmodifiableSet());
    }

    public void addMember(Scope scope, GroupId group, UserId user) {
        rows.in(scope)
                .sql("insert into gatehouse.identity_group_member (group_id, user_id)"
                        + " select g.id, u.id from gatehouse.identity_group g join gatehouse.identity_user u"
                        + " on u.organisation = g.organisation"
                        + " where g.organisation = :organisation and g.id = :group and u.id = :user")
                .setParameter("group", group.value())
                .setParameter("user", user.value())
                .executeUpdate();
    }

    public void removeMember(Scope scope, GroupId group, UserId user) {
        rows.in(scope)
                .sql(
                        "delete from gatehouse.identity_group_member where user_id = :user and group_id in"
                                + " (select id from gatehouse.identity_group where organisation = :organisation and id = :group)")
                .setParameter("group", group.value())
                .setParameter("user", user.value())
                .executeUpdate();
    }
}
