package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When somebody last proved who they are within a sign-in, for all servers together. */
interface ProofTimes {
    Optional<Instant> find(UUID proof);

    void put(UUID proof, Instant at, Duration kept);
}
