package gatehouse.audit.control;

import gatehouse.audit.entity.AuditChain;
import gatehouse.audit.entity.AuditContent;
import gatehouse.audit.entity.AuditHead;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.AuditPosition;
import gatehouse.keyring.boundary.Keyring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether an event can be believed: its content has the code that only the master key makes, and the chain leads from it to the next
 * head, which is signed. An event that is too young to have a place is believed by its code alone; so is a later one for as long as the
 * log has not come to its time.
 */
@ApplicationScoped
public class Witness {
    /** The sequencer gives places every second; a database that was away may have held it up. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private ChainRows rows;
    private Keyring keyring;
    private Clock clock;

    protected Witness() {}

    @Inject
    Witness(ChainRows rows, Keyring keyring, Clock clock) {
        this.rows = rows;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** What is wrong; empty when nothing is. */
    public Optional<String> fault(AuditLeaf leaf) {
        byte[] hash = AuditContent.hash(leaf);
        if (!Arrays.equals(hash, leaf.contentHash())
                || !MessageDigest.isEqual(keyring.mac(Leaves.MAC_PURPOSE, hash), leaf.mac())) {
            return Optional.of("the event in the audit log that tells of it was changed");
        }
        return rows.findPosition(leaf.id()).map(this::faultOfPlace).orElseGet(() -> faultWithoutPlace(leaf));
    }

    private Optional<String> faultWithoutPlace(AuditLeaf leaf) {
        boolean young = leaf.at().isAfter(clock.instant().minus(LONGEST_WAIT));
        boolean waits = young || rows.lastSequenced().isBefore(leaf.at());
        return waits ? Optional.empty() : Optional.of("the event in the audit log that tells of it has no place there");
    }

    private Optional<String> faultOfPlace(AuditPosition place) {
        boolean right = rows.findHead(place.position())
                .filter(head -> keyring.verify(
                        AuditChain.head(head.position(), head.chainHash(), head.signedAt()), head.signature()))
                .filter(head -> leadsTo(head, place.position()))
                .isPresent();
        return right ? Optional.empty() : Optional.of("the audit log was changed where it tells of it");
    }

    private boolean leadsTo(AuditHead head, long from) {
        byte[] chain = from == 1
                ? AuditChain.start()
                : rows.find(from - 1).map(AuditPosition::chainHash).orElse(new byte[0]);
        List<ChainRows.Link> links = rows.listLinks(from, head.position());
        long position = from;
        for (ChainRows.Link link : links) {
            chain = AuditChain.next(chain, position, link.place().leaf(), link.contentHash());
            if (link.place().position() != position
                    || !Arrays.equals(chain, link.place().chainHash())) {
                return false;
            }
            position++;
        }
        return position == head.position() + 1 && Arrays.equals(chain, head.chainHash());
    }
}
