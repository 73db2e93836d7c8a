package gatehouse.identity.control;

import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.PasswordRules;
import gatehouse.kernel.Secret;
import gatehouse.setting.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Refuses passwords that are guessed first: too short, made of the name or of the product's name, one character or one row of keys over
 * and over.
 */
@ApplicationScoped
public class PasswordPolicy {
    private static final int MAX_BYTES = 1024;
    private static final int WINDOW = 8;
    private static final int SHORTEST_NAME = 4;
    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> ROWS = List.of(
            "0123456789012345",
            "9876543210987654",
            "qwertyuiopasdfgh",
            "abcdefghijklmnopqrstuvwxyz",
            "passwordpassword");

    private Settings settings;

    protected PasswordPolicy() {}

    @Inject
    PasswordPolicy(Settings settings) {
        this.settings = settings;
    }

    /** @throws gatehouse.kernel.ProblemException {@code PASSWORD_WEAK}, which says what to do */
    public void require(Secret password, String username) {
        check(rules(), password, username);
    }

    public PasswordRules rules() {
        return settings.get(PasswordRules.class);
    }

    static void check(PasswordRules rules, Secret password, String username) {
        if (password.length() > MAX_BYTES) {
            throw weak("a password has at most " + MAX_BYTES + " bytes");
        }
        char[] chars = password.chars();
        try {
            check(rules, chars, username);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static void check(PasswordRules rules, char[] chars, String username) {
        if (Character.codePointCount(chars, 0, chars.length) < rules.minimumLength()) {
            throw weak(
                    "a password has at least " + rules.minimumLength() + " characters; several words are easy to keep");
        }
        if (IntStream.range(0, chars.length).map(i -> chars[i]).distinct().count() < FEWEST_DIFFERENT) {
            throw weak("use more different characters");
        }
        if ((username.length() >= SHORTEST_NAME && contains(chars, username)) || contains(chars, "gatehouse")) {
            throw weak("a password does not contain the user name or the name of this product");
        }
        if (ROWS.stream().anyMatch(row -> follows(chars, row))) {
            throw weak("a password is not a row of keys, of letters or digits in their order, or the word password");
        }
    }

    /** Eight keys of the row, one after the other. */
    private static boolean follows(char[] chars, String row) {
        return IntStream.rangeClosed(0, row.length() - WINDOW)
                .anyMatch(start -> contains(chars, row.substring(start, start + WINDOW)));
    }

    /** Whatever the case. */
    private static boolean contains(char[] chars, String part) {
        char[] wanted = part.toLowerCase(Locale.ROOT).toCharArray();
        for (int start = 0; start + wanted.length <= chars.length; start++) {
            int same = 0;
            while (same < wanted.length && Character.toLowerCase(chars[start + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException weak(String detail) {
        return IdentityProblem.PASSWORD_WEAK.problem(detail);
    }
}
