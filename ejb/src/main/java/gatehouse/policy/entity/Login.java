package gatehouse.policy.entity;

/**
 * An {@link AccountRef} with the username that would be sent.
 *
 * @param username empty for {@code @INPUT} before anything was typed
 */
public record Login(AccountRef ref, String username) {}
