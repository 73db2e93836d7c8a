package gatehouse.access.control;

import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.KeyedRequest;
import gatehouse.kernel.Caller;
import gatehouse.keyring.boundary.Keyring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of requests with a key: {@code <organisation>/<user>/<key>} → the MAC of the request in hex, and then {@code ?} with the mark
 * of the attempt that acts just now, or {@code =} with the answer. A body may hold a password, of which a mere hash would tell too much.
 *
 * <p>Whoever has many keys, or comes when there are many, is refused: a memory that forgets would let a request act twice whose sender
 * was told that it does not.
 */
@ApplicationScoped
public class KeyedAnswers {
    static final Duration KEPT = Duration.ofHours(24);

    /** When an attempt did not tell its end, because its server died. No request takes so long. */
    static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(10);

    static final int MOST_OF_PERSON = 500;

    /**
     * Of everybody, whom twenty people with all of theirs may fill. With the longest answer that the web gives to be kept 45 MiB in all,
     * twice that where it holds what is not Latin, or is mostly quotes; a quarter as answers usually are.
     */
    static final int MOST = 10_000;

    private static final int HEX = 64;

    private AnswerMemory memory;
    private Keyring keyring;

    protected KeyedAnswers() {}

    @Inject
    KeyedAnswers(AnswerMemory memory, Keyring keyring) {
        this.memory = memory;
        this.keyring = keyring;
    }

    public KeyedRequest begin(Caller caller, String key, byte[] request) {
        String place = place(caller, key);
        String fingerprint = HexFormat.of().formatHex(keyring.mac("keyed request", request));
        String mark = fingerprint + "?" + UUID.randomUUID();
        return memory.find(place)
                .or(() -> put(caller, place, mark))
                .map(present -> known(present, fingerprint))
                .orElseGet(() -> new KeyedRequest.First(key, mark));
    }

    public void acted(Caller caller, KeyedRequest.First request, String answer) {
        String fingerprint = request.mark().substring(0, HEX);
        memory.replace(place(caller, request.key()), request.mark(), fingerprint + "=" + answer, KEPT);
    }

    public void failed(Caller caller, KeyedRequest.First request) {
        memory.remove(place(caller, request.key()), request.mark());
    }

    private Optional<String> put(Caller caller, String place, String mark) {
        if (memory.count("") >= MOST) {
            throw AccessProblem.IDEMPOTENCY_KEYS_FULL.problem("this server remembers " + MOST
                    + " idempotency keys and takes no more until some are a day old; send the request without one");
        }
        if (memory.count(prefix(caller)) >= MOST_OF_PERSON) {
            throw AccessProblem.IDEMPOTENCY_KEYS_FULL.problem("you sent " + MOST_OF_PERSON
                    + " idempotency keys within a day, and none more is taken until some are a day old;"
                    + " send the request without one");
        }
        return memory.putIfAbsent(place, mark, LONGEST_ATTEMPT);
    }

    private static KeyedRequest known(String present, String fingerprint) {
        if (!present.startsWith(fingerprint)) {
            return new KeyedRequest.Different();
        }
        return present.charAt(HEX) == '='
                ? new KeyedRequest.Answered(present.substring(HEX + 1))
                : new KeyedRequest.UnderWay();
    }

    private static String place(Caller caller, String key) {
        return prefix(caller) + key;
    }

    private static String prefix(Caller caller) {
        return caller.organisation() + "/" + caller.user() + "/";
    }
}
