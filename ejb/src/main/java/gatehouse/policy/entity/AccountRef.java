package gatehouse.policy.entity;

import gatehouse.vault.entity.AccountId;
import java.util.Objects;

/** The login that somebody wants to use. */
public sealed interface AccountRef {
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
            Objects.requireNonNull(username);
        }
    }
}
