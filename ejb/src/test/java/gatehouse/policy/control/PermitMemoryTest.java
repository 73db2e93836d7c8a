package gatehouse.policy.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Scope;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** R8.1: a permission is read whole. Each query sees what is committed at that moment, as the database answers. */
class PermitMemoryTest {
    private static final Scope BANK = new Scope(OrganisationId.next());
    private static final UUID ALICE = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    private final Committed database = new Committed();
    private final PermitMemory memory = new PermitMemory(database);

    @Test
    void whatIsEditedBetweenTheQueriesIsReadWholeAgain() {
        UUID edited = database.commit(UUID.randomUUID(), "operators", "root", ALICE);
        UUID other = database.commit(UUID.randomUUID(), "readers", "guest", ALICE);
        for (String query : List.of("columns", "users", "groups", "assets", "nodes")) {
            database.after(query, () -> database.commit(edited, "operators", "backup", BOB));
            assertThat(read(0))
                    .as("committed after the query of %s", query)
                    .containsExactlyInAnyOrder(line(edited, "backup", BOB), line(other, "guest", ALICE));
            database.commit(edited, "operators", "root", ALICE);
        }
    }

    @Test
    void whatIsEditedTwiceIsReadOnceMore() {
        UUID edited = database.commit(UUID.randomUUID(), "operators", "root", ALICE);
        database.after("columns", () -> {
            database.commit(edited, "operators", "backup", BOB);
            database.after("columns", () -> database.commit(edited, "operators", "root", BOB));
        });

        assertThat(read(0)).containsExactly(line(edited, "root", BOB));
    }

    @Test
    void whatIsAddedMeanwhileComesNowOrNextTime() {
        UUID first = database.commit(UUID.randomUUID(), "operators", "root", ALICE);
        UUID added = UUID.randomUUID();
        database.after("columns", () -> database.commit(added, "readers", "guest", BOB));
        PermitChanges changes = memory.since(BANK, 0);

        assertThat(lines(changes)).containsExactly(line(first, "root", ALICE));
        assertThat(read(changes.version())).containsExactly(line(added, "guest", BOB));
    }

    @Test
    void whatIsRemovedMeanwhileIsGone() {
        UUID first = database.commit(UUID.randomUUID(), "operators", "root", ALICE);
        database.after("users", () -> database.remove(first));
        PermitChanges changes = memory.since(BANK, 0);

        assertThat(changes.permits()).isEmpty();
        assertThat(changes.removed()).containsExactly(new PermissionId(first));
    }

    private List<String> read(long version) {
        return lines(memory.since(BANK, version));
    }

    private static List<String> lines(PermitChanges changes) {
        return changes.permits().stream().map(PermitMemoryTest::line).toList();
    }

    private static String line(Permit permit) {
        return permit.id() + " " + permit.details().accounts().names() + " "
                + permit.details().users().stream()
                        .map(user -> user.value().toString())
                        .toList();
    }

    private static String line(UUID id, String account, UUID user) {
        return id + " [" + account + "] [" + user + "]";
    }

    /** What is committed; what the test wants to be committed comes right after the query that it names, once. */
    private static final class Committed extends PermitQueries {
        private final Map<UUID, Columns> rows = new HashMap<>();
        private final Map<UUID, UUID> users = new HashMap<>();
        private final Map<UUID, Long> removals = new HashMap<>();
        private final Map<String, Runnable> next = new HashMap<>();
        private long version;

        UUID commit(UUID id, String name, String account, UUID user) {
            version++;
            rows.put(
                    id,
                    new Columns(
                            id,
                            version,
                            name,
                            account,
                            "",
                            "CONNECT",
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            true,
                            ""));
            users.put(id, user);
            return id;
        }

        void remove(UUID id) {
            version++;
            rows.remove(id);
            removals.put(id, version);
        }

        void after(String query, Runnable commit) {
            next.put(query, commit);
        }

        private <T> T answered(String query, T answer) {
            Optional.ofNullable(next.remove(query)).ifPresent(Runnable::run);
            return answer;
        }

        @Override
        long version(Scope scope) {
            return version;
        }

        @Override
        List<Columns> columns(Scope scope, long since) {
            List<Columns> found = new ArrayList<>(rows.values());
            found.removeIf(row -> row.changed() <= since);
            return answered("columns", found);
        }

        @Override
        Map<UUID, Set<UUID>> members(Scope scope, long since, String collection) {
            Map<UUID, Set<UUID>> found = collection.equals("users")
                    ? changedAfter(scope, since).stream()
                            .collect(Collectors.toMap(id -> id, id -> Set.of(users.get(id))))
                    : Map.of();
            return answered(collection, found);
        }

        @Override
        Set<UUID> changedAfter(Scope scope, long since) {
            return rows.values().stream()
                    .filter(row -> row.changed() > since)
                    .map(Columns::id)
                    .collect(Collectors.toSet());
        }

        @Override
        List<PermissionId> removed(Scope scope, long since) {
            return removals.entrySet().stream()
                    .filter(removal -> removal.getValue() > since)
                    .map(removal -> new PermissionId(removal.getKey()))
                    .toList();
        }
    }
}
