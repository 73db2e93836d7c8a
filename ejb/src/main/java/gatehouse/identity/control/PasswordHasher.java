package gatehouse.identity.control;

import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Hashes as many passwords at a time as there are cores (19 MiB each); some more wait, the rest are told that it is busy. */
@ApplicationScoped
public class PasswordHasher {
    static final int WAITING_PER_CORE = 32;
    private static final int PATIENCE_SECONDS = 10;

    private final int cores;
    private final Semaphore slots;
    private final AtomicInteger waiting = new AtomicInteger();
    private final String nobodysHash;

    public PasswordHasher() {
        this(Runtime.getRuntime().availableProcessors());
    }

    PasswordHasher(int cores) {
        this.cores = cores;
        this.slots = new Semaphore(cores, true);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        try (Secret password = Secret.owning(random)) {
            nobodysHash = Argon2.hash(password);
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code BUSY} */
    public String hash(Secret password) {
        return inTurn(() -> Argon2.hash(password));
    }

    /**
     * R4.1: without a hash it verifies against one that nothing fits, for the same price.
     *
     * @throws gatehouse.kernel.ProblemException {@code BUSY}
     */
    public boolean verify(Secret password, Optional<String> hash) {
        boolean fits = inTurn(() -> Argon2.verify(password, hash.orElse(nobodysHash)));
        return fits && hash.isPresent();
    }

    <T> T inTurn(Supplier<T> work) {
        if (waiting.incrementAndGet() > cores * WAITING_PER_CORE) {
            waiting.decrementAndGet();
            throw busy();
        }
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    int waiting() {
        return waiting.get();
    }

    private static RuntimeException busy() {
        return IdentityProblem.BUSY.problem("too many people are signing in at once; try again in a few seconds");
    }
}
