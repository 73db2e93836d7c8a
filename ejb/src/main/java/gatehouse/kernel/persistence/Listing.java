package gatehouse.kernel.persistence;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.PageRequest;
import java.util.List;
import java.util.Map;

/**
 * What may be asked of a list: which attributes its search looks at and by which fields it sorts.
 *
 * @param searched names of text attributes of the entity
 * @param sortable field as REST calls it → attribute of the entity
 * @param standard the order when none is asked for; a field of {@code sortable}
 */
public record Listing<T>(
        Class<T> type, List<String> searched, Map<String, String> sortable, PageRequest.Order standard) {
    public Listing {
        searched = List.copyOf(searched);
        sortable = Map.copyOf(sortable);
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} for a field that this list does not sort by */
    String attributeOf(String field) {
        String attribute = sortable.get(field);
        if (attribute == null) {
            throw KernelProblem.VALUE_INVALID.problem("this list sorts by "
                    + String.join(", ", sortable.keySet().stream().sorted().toList()));
        }
        return attribute;
    }

    List<PageRequest.Order> orderOf(PageRequest request) {
        return request.order().isEmpty() ? List.of(standard) : request.order();
    }
}
