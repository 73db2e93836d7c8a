package gatehouse.identity.entity;

import gatehouse.kernel.KernelProblem;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that somebody signs in with: letters, digits, dot, hyphen, underscore; 1 to 64 of them; case does not matter. The characters
 * {@code @ # : /} would be taken apart by the sign-in forms of SSH and are refused.
 */
public final class Username {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private Username() {}

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} */
    public static String require(String text) {
        String canonical = canonical(text);
        if (!isAllowed(canonical)) {
            throw KernelProblem.VALUE_INVALID.problem(
                    "a user name is 1 to 64 letters, digits, dots, hyphens and underscores, and begins with a letter or digit");
        }
        return canonical;
    }

    /** Nobody has another. */
    public static boolean isAllowed(String canonical) {
        return ALLOWED.matcher(canonical).matches();
    }

    /** As it is stored and looked up. */
    public static String canonical(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
