package gatehouse.policy.control;

import gatehouse.identity.entity.GroupId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All permissions, found by whom they name. Immutable. */
final class PermitIndex {
    static final PermitIndex EMPTY = new PermitIndex(Shards.empty(), Shards.empty(), Shards.empty());

    private static final Comparator<Permit> BY_AGE =
            Comparator.comparing(permit -> permit.id().value());

    private final Shards<PermissionId, Permit> all;
    private final Shards<UserId, List<Permit>> byUser;
    private final Shards<GroupId, List<Permit>> byGroup;

    private PermitIndex(
            Shards<PermissionId, Permit> all,
            Shards<UserId, List<Permit>> byUser,
            Shards<GroupId, List<Permit>> byGroup) {
        this.all = all;
        this.byUser = byUser;
        this.byGroup = byGroup;
    }

    /** Whom the permissions that changed name, now or before. */
    record Named(Set<UserId> users, Set<GroupId> groups) {
        boolean names(Subject subject) {
            return users.contains(subject.user()) || subject.groups().stream().anyMatch(groups::contains);
        }
    }

    PermitIndex with(PermitChanges changes) {
        var permits = all.edit();
        var users = byUser.edit();
        var groups = byGroup.edit();
        touched(changes).forEach(old -> {
            permits.remove(old.id());
            old.details().users().forEach(user -> drop(users, user, old));
            old.details().groups().forEach(group -> drop(groups, group, old));
        });
        for (Permit permit : changes.permits()) {
            permits.put(permit.id(), permit);
            permit.details().users().forEach(user -> add(users, user, permit));
            permit.details().groups().forEach(group -> add(groups, group, permit));
        }
        return new PermitIndex(permits.done(), users.done(), groups.done());
    }

    Named named(PermitChanges changes) {
        Set<UserId> users = new HashSet<>();
        Set<GroupId> groups = new HashSet<>();
        Stream.concat(touched(changes), changes.permits().stream()).forEach(permit -> {
            users.addAll(permit.details().users());
            groups.addAll(permit.details().groups());
        });
        return new Named(users, groups);
    }

    /** As they are here, before the change. */
    private Stream<Permit> touched(PermitChanges changes) {
        return Stream.concat(
                        changes.removed().stream(), changes.permits().stream().map(Permit::id))
                .distinct()
                .map(all::get)
                .flatMap(Optional::stream);
    }

    private static <K> void drop(Shards.Edit<K, List<Permit>> edit, K key, Permit permit) {
        List<Permit> rest = new ArrayList<>(edit.get(key).orElse(List.of()));
        rest.remove(permit);
        if (rest.isEmpty()) {
            edit.remove(key);
        } else {
            edit.put(key, rest);
        }
    }

    private static <K> void add(Shards.Edit<K, List<Permit>> edit, K key, Permit permit) {
        List<Permit> more = new ArrayList<>(edit.get(key).orElse(List.of()));
        more.add(permit);
        edit.put(key, more);
    }

    /** Every permission that names the subject, in force or not, the oldest first. */
    List<Permit> of(Subject subject) {
        Set<Permit> found = new LinkedHashSet<>(byUser.get(subject.user()).orElse(List.of()));
        subject.groups().forEach(group -> found.addAll(byGroup.get(group).orElse(List.of())));
        return found.stream().sorted(BY_AGE).toList();
    }

    Stream<Permit> all() {
        return all.values();
    }
}
