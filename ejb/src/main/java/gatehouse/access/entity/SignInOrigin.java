package gatehouse.access.entity;

import gatehouse.kernel.StorableText;
import java.util.Objects;

/**
 * Where somebody knocks.
 *
 * @param channel {@code web}, {@code ssh}, {@code api}
 * @param address textual IP address of the client
 * @param client what the client calls itself; may be empty
 */
public record SignInOrigin(String channel, String address, String client) {
    private static final int MAX_CLIENT = 255;

    public SignInOrigin {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(address);
        client = StorableText.of(client, MAX_CLIENT);
    }
}
