package gatehouse.kernel;

import java.util.List;
import java.util.Objects;

/**
 * Which part of a list is wanted.
 *
 * @param limit rows, 1 to {@value #MAX_LIMIT}
 * @param offset rows to skip, from 0
 * @param search text that the list's searchable fields must contain; empty for no search
 * @param order fields to sort by; the list's own order when empty
 */
public record PageRequest(int limit, int offset, String search, List<Order> order) {
    public static final int MAX_LIMIT = 1000;

    /** @param field name as the REST representation calls it */
    public record Order(String field, boolean descending) {}

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
            throw KernelProblem.VALUE_INVALID.problem("limit must be 1 to " + MAX_LIMIT + " and offset 0 or more");
        }
        Objects.requireNonNull(search);
        if (search.indexOf('\0') >= 0) {
            throw KernelProblem.VALUE_INVALID.problem("a search holds no NUL: nothing that is kept does");
        }
        order = List.copyOf(order);
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, 0, "", List.of());
    }

    public PageRequest searching(String text) {
        return new PageRequest(limit, offset, text, order);
    }
}
