package gatehouse.inventory.control;

import gatehouse.inventory.entity.HostKey;
import gatehouse.inventory.entity.HostKeyRules;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.inventory.entity.TrustVerdict;
import java.util.List;
import java.util.Optional;

/** Judges a presented key by what is known of the machine. Pure. */
public final class Trust {
    private Trust() {}

    /** @param known all keys recorded for the same asset and port, without {@code key} when it is new */
    public static TrustVerdict judge(List<HostKey> known, PresentedKey key, HostKeyRules rules) {
        List<HostKey> accepted = known.stream().filter(HostKey::accepted).toList();
        if (accepted.stream().anyMatch(other -> same(other, key))) {
            return new TrustVerdict.Trusted(false);
        }
        if (known.isEmpty() && rules.acceptFirstUse()) {
            return new TrustVerdict.Trusted(true);
        }
        Optional<HostKey> sameType = accepted.stream()
                .filter(other -> other.keyType().equals(key.keyType()))
                .findFirst();
        return new TrustVerdict.Refused(sameType.or(() -> accepted.stream().findFirst())
                .map(other -> changed(other, key))
                .orElseGet(() -> unknown(key)));
    }

    private static boolean same(HostKey known, PresentedKey key) {
        return known.keyType().equals(key.keyType()) && known.fingerprint().equals(key.fingerprint());
    }

    private static String changed(HostKey known, PresentedKey key) {
        return "the host key of " + key.host() + " port " + key.port() + " has changed: known is " + known.keyType()
                + " "
                + known.fingerprint() + ", shown was " + key.keyType() + " " + key.fingerprint()
                + "; somebody may be in between. An administrator can accept the new key after checking it";
    }

    private static String unknown(PresentedKey key) {
        return "the host key of " + key.host() + " port " + key.port() + " is not accepted yet: " + key.keyType() + " "
                + key.fingerprint() + "; an administrator can accept it after checking it";
    }
}
