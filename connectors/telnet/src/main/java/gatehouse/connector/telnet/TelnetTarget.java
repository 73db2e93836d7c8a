package gatehouse.connector.telnet;

import gatehouse.connector.spi.outbound.OutboundTarget;
import jakarta.resource.spi.ConnectionRequestInfo;

/** The request for one wire. Two requests are never the same: wires are not shared. */
final class TelnetTarget implements ConnectionRequestInfo {
    private final OutboundTarget target;

    TelnetTarget(OutboundTarget target) {
        this.target = target;
    }

    OutboundTarget target() {
        return target;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return target.endpoint().toString();
    }
}
