package gatehouse.web;

import gatehouse.identity.entity.IdentityProblem;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.PolicyProblem;
import gatehouse.vault.entity.VaultProblem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Versions of rows as entity tags (RFC 9110 section 8.8.3), so that nobody overwrites what they did not see. {@code If-Match} is compared
 * strongly (section 13.1.1): a weak tag matches nothing, and neither does a tag that is no version. {@code *} matches whatever is there.
 */
public final class Versions {
    /** An entity tag, or the bare number that some scripts send. */
    private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~\\x80-\\xff]*)\"|(\\d+)");

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    private static final Set<ProblemCode> CHANGED = Set.of(
            IdentityProblem.CHANGED_MEANWHILE,
            InventoryProblem.CHANGED_MEANWHILE,
            PolicyProblem.PERMISSION_CHANGED_MEANWHILE,
            VaultProblem.ACCOUNT_CHANGED_MEANWHILE);

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
     * @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID}, {@code VERSION_NEVER_MATCHES}
     */
    public static Optional<Integer> wanted(String tag) {
        if (tag == null || tag.strip().equals("*")) {
            return Optional.empty();
        }
        List<Integer> versions = Stream.of(tag.split(",", -1))
                .flatMap(Versions::version)
                .distinct()
                .toList();
        if (versions.size() > 1) {
            throw invalid();
        }
        return Optional.of(versions.stream()
                .findFirst()
                .orElseThrow(() -> WebProblem.VERSION_NEVER_MATCHES.problem(
                        "what If-Match names is no strong ETag of this; read it again, and send its ETag as it is")));
    }

    /** Whether a change was refused because somebody else changed the row. */
    static boolean isChanged(ProblemCode code) {
        return CHANGED.contains(code);
    }

    /**
     * How such a refusal is answered: as a failed condition when the client named a version (RFC 9110 section 13.1.1), as a conflict
     * when it did not.
     *
     * @param tag of {@code If-Match}; null when there is no such header
     */
    static int status(String tag) {
        return tag == null || tag.strip().equals("*")
                ? Response.Status.CONFLICT.getStatusCode()
                : Response.Status.PRECONDITION_FAILED.getStatusCode();
    }

    private static Stream<Integer> version(String text) {
        Matcher tag = TAG.matcher(text.strip());
        if (!tag.matches()) {
            throw invalid();
        }
        boolean weak = tag.group(1) != null;
        String opaque = Optional.ofNullable(tag.group(2)).orElseGet(() -> tag.group(3));
        return !weak && VERSION.matcher(opaque).matches() ? Stream.of(Integer.valueOf(opaque)) : Stream.empty();
    }

    private static ProblemException invalid() {
        return KernelProblem.VALUE_INVALID.problem("If-Match is the one ETag that was read before, or *");
    }
}
