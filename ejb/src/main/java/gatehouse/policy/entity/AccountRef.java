package gatehouse.policy.entity;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Printable;
import gatehouse.vault.entity.AccountId;
import java.util.Objects;

/** The login that somebody wants to use. */
public sealed interface AccountRef {
    String SAME_NAME = "@USER";
    String MANUAL = "@INPUT";

    /**
     * Reads what {@link #text} writes.
     *
     * @param username for {@code @INPUT} only
     * @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when it is none of these
     */
    static AccountRef parse(String text, String username) {
        return switch (text) {
            case SAME_NAME -> new SameName();
            case MANUAL -> new Manual(username);
            default -> new Stored(AccountId.parse(text));
        };
    }

    /** The account's id, {@code @USER} or {@code @INPUT}. */
    default String text() {
        return switch (this) {
            case Stored stored -> stored.id().toString();
            case SameName same -> SAME_NAME;
            case Manual manual -> MANUAL;
        };
    }

    /** An account of the vault. */
    record Stored(AccountId id) implements AccountRef {
        public Stored {
            Objects.requireNonNull(id);
        }
    }

    /** The person's own username; the secret is typed. Written {@code @USER}. */
    record SameName() implements AccountRef {}

    /** A username and secret typed by hand. Written {@code @INPUT}. */
    record Manual(String username) implements AccountRef {
        public Manual {
            requireName(username);
        }

        /**
         * Where an exclusion names {@code root}, nobody gets there as {@code " root"}, or by a control that a terminal's line takes for a
         * key: the name is sent as it is.
         *
         * @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID}
         */
        public static void requireName(String username) {
            if (!username.equals(username.strip()) || !Printable.isSeen(username)) {
                throw KernelProblem.VALUE_INVALID.at(
                        "username", "a username has no blanks around it and no characters that are not seen");
            }
        }
    }
}
