package gatehouse.audit.entity;

import java.util.Optional;

/**
 * An event of the log, and whether it can be believed.
 *
 * @param fault what is wrong with its code or its place in the chain; empty when nothing is
 */
public record Testimony(AuditLeaf leaf, Optional<String> fault) {
    /** Empty when the event has no such field. */
    public String open(String field) {
        AuditField found = AuditContent.read(leaf.fields()).get(field);
        return found == null || found.marking() != AuditField.Marking.OPEN ? "" : found.value();
    }
}
