package gatehouse.identity.control;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.Credentials;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.User;
import gatehouse.identity.entity.Username;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of users and their credentials. Signing in looks a name up in all organisations: who somebody is decides to which one they
 * belong.
 */
@ApplicationScoped
public class UserRows {
    private static final Listing<User> LISTING = new Listing<>(
            User.class,
            List.of("username", "name", "email"),
            Map.of("username", "username", "name", "name", "email", "email", "createdAt", "createdAt"),
            new PageRequest.Order("username", false));

    private static final int MOST_NAMED = 50;
    /** Longer than any. */
    private static final int LONGEST_NAME = 10_000;

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    private Rows rows;

    protected UserRows() {}

    @Inject
    UserRows(Rows rows) {
        this.rows = rows;
    }

    UserRows(EntityManager entities) {
        this.entities = entities;
        this.rows = new Rows(entities);
    }

    /** What nobody can be called is not asked for: PostgreSQL refuses some of it (NUL) instead of finding nobody. */
    public Optional<User> findByUsername(String canonical) {
        if (!Username.isAllowed(canonical)) {
            return Optional.empty();
        }
        return entities.createQuery("select u from User u where u.username = :username", User.class)
                .setParameter("username", canonical)
                .getResultStream()
                .findFirst();
    }

    /** Whatever the organisation: for those who proved who they are. */
    public Optional<User> findAnywhere(UserId id) {
        return Optional.ofNullable(entities.find(User.class, id.value()));
    }

    public Optional<User> find(Scope scope, UserId id) {
        return rows.in(scope).find(User.class, id.value());
    }

    public User require(Scope scope, UserId id) {
        return find(scope, id).orElseThrow(() -> IdentityProblem.USER_UNKNOWN.problem("there is no such user"));
    }

    /**
     * By user name or name, without regard to case, sorted by user name.
     *
     * @param beginning also those whose names only begin like that, at most {@value #MOST_NAMED} in all
     */
    public List<User> named(Scope scope, String text, boolean beginning) {
        return rows.in(scope)
                .query(
                        User.class,
                        "select u from User u where u.organisation = :organisation and u.active = true"
                                + " and (substring(lower(u.username), 1, :letters) = :text"
                                + " or substring(lower(u.name), 1, :letters) = :text) order by u.username")
                .setParameter("text", text.toLowerCase(Locale.ROOT))
                .setParameter("letters", beginning ? text.length() : LONGEST_NAME)
                .setMaxResults(MOST_NAMED)
                .getResultList();
    }

    public Page<User> page(Scope scope, PageRequest request) {
        return rows.in(scope).page(LISTING, request, List.of());
    }

    public void add(User user) {
        rows.in(new Scope(user.organisation())).add(user);
        entities.persist(new Credentials(user.id()));
        entities.flush();
    }

    public void remove(User user) {
        entities.remove(entities.find(Credentials.class, user.id().value()));
        entities.flush();
        rows.in(new Scope(user.organisation())).remove(user);
    }

    public Optional<Credentials> findCredentials(UserId id) {
        return Optional.ofNullable(entities.find(Credentials.class, id.value()));
    }

    /** @throws gatehouse.kernel.ProblemException {@code USER_UNKNOWN} */
    public Credentials requireCredentials(UserId id) {
        return findCredentials(id).orElseThrow(() -> IdentityProblem.USER_UNKNOWN.problem("there is no such user"));
    }

    /** Users who are system administrators and can sign in at {@code instant}. */
    public long countAdministrators(Instant instant) {
        return entities.createQuery(
                        "select count(u) from User u join u.roles r where r = :role and u.active = true"
                                + " and (u.expiresAt is null or u.expiresAt > :instant)",
                        Long.class)
                .setParameter("role", BuiltInRole.SYSTEM_ADMINISTRATOR.id().value())
                .setParameter("instant", instant)
                .getSingleResult();
    }

    public void flush() {
        entities.flush();
    }
}
