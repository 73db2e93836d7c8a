package gatehouse.connector.ssh;

import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.ssh.outbound.Dialler;
import jakarta.resource.spi.ConnectionRequestInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.client.session.ClientSession;

/** The request for one wire, to a target or to the last of some gateways. No two are the same: wires are not shared. */
final class SshTarget implements ConnectionRequestInfo {
    private final String place;
    private final Duration timeout;
    private final Function<Dialler, ClientSession> way;

    private SshTarget(String place, Duration timeout, Function<Dialler, ClientSession> way) {
        this.place = place;
        this.timeout = timeout;
        this.way = way;
    }

    static SshTarget of(OutboundTarget target) {
        return new SshTarget(target.endpoint().toString(), target.timeout(), dialler -> dialler.dial(target));
    }

    static SshTarget behind(List<Hop> hops, Duration timeout) {
        return new SshTarget(
                "the gateways",
                timeout,
                dialler -> dialler.pass(hops, timeout)
                        .orElseThrow(() -> SshProblem.GATEWAYS_FAILED.problem("there are no gateways to go through")));
    }

    ClientSession dial(Dialler dialler) {
        return way.apply(dialler);
    }

    Duration timeout() {
        return timeout;
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
        return place;
    }
}
