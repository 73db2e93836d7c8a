package gatehouse.session.entity;

import java.util.Objects;

/**
 * How a person came to a session.
 *
 * @param address textual IP address of the person's client
 */
public record SessionOrigin(Via via, String address) {
    /** Which door. */
    public enum Via {
        WEB,
        SSH,
        RDP,
        DATABASE,
        SYSTEM
    }

    public SessionOrigin {
        Objects.requireNonNull(via);
        Objects.requireNonNull(address);
    }
}
