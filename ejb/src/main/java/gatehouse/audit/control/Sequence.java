package gatehouse.audit.control;

import gatehouse.audit.entity.AuditChain;
import gatehouse.audit.entity.AuditHead;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.AuditPosition;
import gatehouse.keyring.entity.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Gives positions to leaves that have none, extends the chain and signs its new head (R2.2). */
@ApplicationScoped
public class Sequence {
    /** In one transaction; that many are followed by another. */
    public static final int MOST = 1000;

    /** No transaction is open for so long: what is older and has no position is found by the next start. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private ChainRows rows;
    private Clock clock;
    private volatile Instant since = Instant.EPOCH;
    private volatile Instant sinceNext = Instant.EPOCH;

    protected Sequence() {}

    @Inject
    Sequence(ChainRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * One transaction.
     *
     * @param holder this server
     * @return how many leaves got a position; 0 as well when another server holds the lease
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int extend(String holder, Function<byte[], Signature> signer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!rows.takeLease(holder, now)) {
            return 0;
        }
        List<AuditLeaf> leaves = rows.listUnsequenced(since, MOST);
        if (leaves.size() < MOST) {
            sinceNext = now.minus(LONGEST_TRANSACTION);
        }
        if (leaves.isEmpty()) {
            return 0;
        }
        AuditPosition last = rows.findLast().orElse(new AuditPosition(0, new UUID(0, 0), AuditChain.start()));
        for (AuditLeaf leaf : leaves) {
            last = after(last, leaf);
            rows.add(last);
        }
        byte[] statement = AuditChain.head(last.position(), last.chainHash(), now);
        rows.add(new AuditHead(last, now, signer.apply(statement)));
        return leaves.size();
    }

    /** After {@link #extend} was committed, and not before: what it left behind by failing has to be found again. */
    public void committed() {
        since = sinceNext;
    }

    private static AuditPosition after(AuditPosition last, AuditLeaf leaf) {
        long position = last.position() + 1;
        byte[] chain = AuditChain.next(last.chainHash(), position, leaf.id(), leaf.contentHash());
        return new AuditPosition(position, leaf.id(), chain);
    }
}
