package gatehouse.web;

import gatehouse.kernel.KernelProblem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Versions of rows as entity tags (RFC 9110 section 8.8.3), so that nobody overwrites what they did not see. */
public final class Versions {
    private Versions() {}

    public static Response tagged(Object view, int version) {
        return Response.ok(view).tag(new EntityTag(Integer.toString(version))).build();
    }

    /**
     * The version that a merge patch was made from: the one that the client names, or the one that it was merged with here. What
     * somebody else changed between reading and writing is never taken back, whatever the client says or does not say.
     *
     * @param tag of {@code If-Match}; null when there is no such header
     * @param read of the row that the patch is merged with
     */
    public static long merged(String tag, long read) {
        return wanted(tag).map(Integer::longValue).orElse(read);
    }

    /**
     * The version that the client read; empty when it does not say.
     *
     * @param tag of {@code If-Match}; null when there is no such header
     * @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID}
     */
    public static Optional<Integer> wanted(String tag) {
        if (tag == null || tag.equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(tag.replace("\"", "").strip()));
        } catch (NumberFormatException e) {
            throw KernelProblem.VALUE_INVALID.problem("If-Match is an ETag that was read before", e);
        }
    }
}
