package gatehouse.keyring.control;

import gatehouse.kernel.ProblemException;
import gatehouse.keyring.entity.KeyringProblem;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;

/** Seals old values anew for the place in which they were found (R1.5). */
@ApplicationScoped
public class Resealing {
    /** Rows in one transaction. */
    static final int MOST = 100;

    private Envelope envelope;

    protected Resealing() {}

    @Inject
    Resealing(Envelope envelope) {
        this.envelope = envelope;
    }

    /**
     * How far it got.
     *
     * @param last row that was looked at; empty behind the last one
     */
    public record Progress(String last, int resealed) {
        public static final Progress START = new Progress("", 0);

        public boolean isOver() {
            return last.isEmpty();
        }
    }

    /** One transaction. A value that does not open is left as it is: whoever needs it is told. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Progress next(SealedRows rows, Progress before) {
        List<SealedRows.Value> old = rows.old(before.last(), MOST);
        int resealed = (int) old.stream().filter(value -> reseal(rows, value)).count();
        return new Progress(old.isEmpty() ? "" : old.getLast().key(), before.resealed() + resealed);
    }

    private boolean reseal(SealedRows rows, SealedRows.Value old) {
        byte[] plain = {};
        try {
            plain = envelope.open(old.place(), old.sealed());
            Sealed fresh = envelope.seal(old.place(), plain);
            rows.replace(old, fresh);
            return true;
        } catch (ProblemException broken) {
            if (broken.code() != KeyringProblem.SEAL_BROKEN) {
                throw broken;
            }
            KeyringLog.LOG.sealBroken(old.place().purpose(), old.key());
            return false;
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
