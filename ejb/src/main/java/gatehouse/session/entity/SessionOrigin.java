package gatehouse.session.entity;

import java.util.Locale;
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
        SYSTEM;

        /**
         * The door of people who came over a native client.
         *
         * @param protocol as {@link gatehouse.connector.spi.inbound.InboundOrigin#protocol()} says it, in lower case
         */
        public static Via inbound(String protocol) {
            return valueOf(protocol.toUpperCase(Locale.ROOT));
        }
    }

    public SessionOrigin {
        Objects.requireNonNull(via);
        Objects.requireNonNull(address);
    }
}
