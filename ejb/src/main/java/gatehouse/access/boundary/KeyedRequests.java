package gatehouse.access.boundary;

import gatehouse.access.control.KeyedAnswers;
import gatehouse.access.entity.KeyedRequest;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Requests that carry a key, by which their sender may send them again (R10.11). No transaction is open meanwhile. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyedRequests {
    @Inject
    private KeyedAnswers answers;

    /**
     * What to do with a request. After {@code First}, one of the other methods has to be called when the request is over.
     *
     * @param key the sender's; others may use the same
     * @param request all that makes it this request; only a MAC of it is kept
     * @throws gatehouse.kernel.ProblemException {@code IDEMPOTENCY_KEYS_FULL}
     */
    public KeyedRequest begin(Caller caller, String key, byte[] request) {
        return answers.begin(caller, key, request);
    }

    /** @param answer what is given to whoever sends the request again; it holds no secret */
    public void acted(Caller caller, KeyedRequest.First request, String answer) {
        answers.acted(caller, request, answer);
    }

    /** Nothing came of it: who sends it again begins anew. */
    public void failed(Caller caller, KeyedRequest.First request) {
        answers.failed(caller, request);
    }
}
