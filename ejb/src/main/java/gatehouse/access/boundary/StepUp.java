package gatehouse.access.boundary;

import gatehouse.access.control.FreshProofs;
import gatehouse.access.entity.StepUpState;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Proving once more who one is, before something that a thief of a session must not do. No transaction is open meanwhile. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StepUp {
    @Inject
    private FreshProofs proofs;

    public StepUpState state(Caller caller) {
        return new StepUpState(proofs.freshUntil(caller), proofs.factors(caller));
    }

    /**
     * @param password taken over and wiped, as is {@code code}
     * @throws gatehouse.kernel.ProblemException {@code PROOF_WRONG}, {@code TOO_MANY_FAILURES}, {@code BUSY}
     */
    public StepUpState prove(Caller caller, Secret password, Optional<Secret> code) {
        try (password) {
            proofs.prove(caller, password, code);
            return state(caller);
        } finally {
            code.ifPresent(Secret::close);
        }
    }
}
