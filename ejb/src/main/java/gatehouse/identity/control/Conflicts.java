package gatehouse.identity.control;

import gatehouse.identity.entity.IdentityProblem;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import org.hibernate.exception.ConstraintViolationException;

/** Translates what the database's unique constraints say. */
public final class Conflicts {
    private Conflicts() {}

    /**
     * @param write flushes
     * @throws gatehouse.kernel.ProblemException {@code NAME_TAKEN}
     */
    public static void named(Runnable write, String field, String detail) {
        unique(write, IdentityProblem.NAME_TAKEN, field, detail);
    }

    /** @throws gatehouse.kernel.ProblemException {@code problem} */
    public static void unique(Runnable write, IdentityProblem problem, String field, String detail) {
        try {
            write.run();
        } catch (ConstraintViolationException e) {
            throw problem.problem(detail, e).at(field);
        } catch (OptimisticLockException e) {
            throw IdentityProblem.CHANGED_MEANWHILE.problem("somebody else changed it meanwhile; read it again", e);
        } catch (PersistenceException e) {
            if (e.getCause() instanceof ConstraintViolationException) {
                throw problem.problem(detail, e).at(field);
            }
            throw e;
        }
    }
}
