package gatehouse.inventory.entity;

import gatehouse.connector.spi.protocol.Protocols;

/** The protocols that the connectors of this Gatehouse describe. */
public final class KnownProtocols {
    /** The loader of this module, whoever asks first: it sees the connectors, which other modules' need not. */
    private static final Protocols ALL = Protocols.seenBy(KnownProtocols.class.getClassLoader());

    private KnownProtocols() {}

    public static Protocols all() {
        return ALL;
    }
}
