package gatehouse.web;

import gatehouse.kernel.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;

/** {@code limit}, {@code offset}, {@code search}, {@code order} of a list; taken by {@code @BeanParam}. */
public class PageParameters {
    /** Rows, 1 to 1000. */
    @QueryParam("limit")
    @DefaultValue("50")
    private int limit;

    @QueryParam("offset")
    @DefaultValue("0")
    private int offset;

    @QueryParam("search")
    @DefaultValue("")
    private String search;

    /** Fields, separated by commas; a minus in front turns the direction. */
    @QueryParam("order")
    @DefaultValue("")
    private String order;

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} */
    public PageRequest toRequest() {
        return new PageRequest(limit, offset, search, parse(order));
    }

    static List<PageRequest.Order> parse(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("-")
                        ? new PageRequest.Order(part.substring(1), true)
                        : new PageRequest.Order(part, false))
                .toList();
    }
}
