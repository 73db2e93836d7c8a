package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one step from an estate to the next may have changed about what people reach.
 *
 * @param assets that have to be looked at again, and what they were before
 * @param whole people for whom that is not enough
 */
record Delta(
        PolicyVersion from, PolicyVersion to, Map<AssetId, Optional<AssetFacts>> assets, Predicate<Subject> whole) {}
