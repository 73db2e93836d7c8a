package gatehouse.kernel;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks. Every boundary method takes one first; it is made by {@code access} when somebody signs in and is never ambient.
 *
 * @param user the person
 * @param username as typed at sign-in, for messages and logs
 * @param organisation whose rows the caller works with
 * @param rights codes of {@link Right} granted by the caller's roles
 * @param address textual IP address of the client, empty for work that the system does itself
 * @param channel how the caller came: {@code web}, {@code ssh}, {@code api}, {@code system}
 * @param signIn the sign-in that proves it; the nil UUID for system work
 */
public record Caller(
        UserId user,
        String username,
        OrganisationId organisation,
        Set<String> rights,
        String address,
        String channel,
        UUID signIn)
        implements Serializable {
    private static final UUID NIL = new UUID(0, 0);

    public Caller {
        Objects.requireNonNull(user);
        Objects.requireNonNull(username);
        Objects.requireNonNull(organisation);
        rights = Set.copyOf(rights);
        Objects.requireNonNull(address);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(signIn);
    }

    /** Gatehouse itself, which has no rights: it calls only what asks for none. */
    public static Caller system(OrganisationId organisation) {
        return new Caller(new UserId(NIL), "system", organisation, Set.of(), "", "system", NIL);
    }

    public boolean may(Right right) {
        return rights.contains(right.code());
    }

    /** @throws ProblemException {@code RIGHT_MISSING}, which names the right */
    public void require(Right right) {
        if (!may(right)) {
            throw KernelProblem.RIGHT_MISSING.problem("this needs the right " + right.code());
        }
    }

    public Scope scope() {
        return new Scope(organisation);
    }
}
