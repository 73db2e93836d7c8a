package gatehouse.kernel.persistence;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/** One condition of a list, beside its scope and its search text. */
@FunctionalInterface
public interface Criterion<T> {
    Predicate on(CriteriaBuilder builder, Root<T> root);

    /** The attribute equals the value. */
    static <T> Criterion<T> equal(String attribute, Object value) {
        return (builder, root) -> builder.equal(root.get(attribute), value);
    }
}
