package gatehouse.policy.entity;

import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which logins a permission is about. Written as a list: {@code @ALL} every stored account, {@code @USER} the one with the person's
 * own username, {@code @INPUT} typed by hand, a username, {@code !username} an exclusion.
 *
 * <p>Usernames are compared exactly, exclusions whatever the case and the blanks around, so that a doubt ends in a denial.
 */
public record AccountRule(boolean all, boolean sameName, boolean typed, Set<String> names, Set<String> excluded) {
    private static final String ALL = "@ALL";
    private static final String USER = "@USER";
    private static final String INPUT = "@INPUT";

    public AccountRule {
        names = Set.copyOf(names);
        excluded = Set.copyOf(excluded);
    }

    /** @throws gatehouse.kernel.ProblemException {@code PERMISSION_INVALID} */
    public static AccountRule parse(Collection<String> words) {
        Set<String> names = new TreeSet<>();
        Set<String> excluded = new TreeSet<>();
        Set<String> special = new TreeSet<>();
        FieldChecks checks = new FieldChecks();
        int at = 0;
        for (String word : words) {
            if (checks.areFull()) {
                break;
            }
            String stripped = word.strip();
            checks.check("[" + at++ + "]", () -> {
                if (stripped.startsWith("@")) {
                    special.add(requireSpecial(stripped));
                } else if (stripped.startsWith("!")) {
                    excluded.add(folded(requireName(stripped.substring(1).strip())));
                } else {
                    names.add(requireName(stripped));
                }
            });
        }
        checks.orThrow();
        return new AccountRule(special.contains(ALL), special.contains(USER), special.contains(INPUT), names, excluded);
    }

    private static String requireSpecial(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (!Set.of(ALL, USER, INPUT).contains(upper)) {
            throw PolicyProblem.PERMISSION_INVALID.problem(
                    Printable.beginning(word) + " is none of @ALL, @USER and @INPUT");
        }
        return upper;
    }

    private static String requireName(String name) {
        if (name.isBlank() || name.length() > 128 || name.chars().anyMatch(Character::isISOControl)) {
            throw PolicyProblem.PERMISSION_INVALID.problem("an account name has 1 to 128 printable characters");
        }
        return name;
    }

    /** The same as a list of words. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (all) {
            words.add(ALL);
        }
        if (sameName) {
            words.add(USER);
        }
        if (typed) {
            words.add(INPUT);
        }
        words.addAll(new TreeSet<>(names));
        new TreeSet<>(excluded).forEach(name -> words.add("!" + name));
        return words;
    }

    /** Whether this gives {@code login}; exclusions are asked separately, since they also bind other permissions. */
    public boolean gives(Login login, String ownName) {
        return switch (login.ref()) {
            case AccountRef.Stored stored ->
                all
                        || names.contains(login.username())
                        || (sameName && login.username().equals(ownName));
            case AccountRef.SameName same -> sameName;
            case AccountRef.Manual manual -> typed;
        };
    }

    public boolean excludesAnything() {
        return !excluded.isEmpty();
    }

    public boolean excludes(String username) {
        return excludesAnything() && excluded.contains(folded(username.strip()));
    }

    /** Neither gives nor excludes anything. */
    public boolean isEmpty() {
        return !all && !sameName && !typed && names.isEmpty() && excluded.isEmpty();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
