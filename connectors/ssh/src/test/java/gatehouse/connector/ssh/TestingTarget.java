package gatehouse.connector.ssh;

import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server on loopback, whose host key is trusted and which has all the time that a slow machine needs. */
final class TestingTarget {
    private TestingTarget() {}

    static OutboundTarget byPassword(int port, String user, String secret) {
        TrustCheck trusting = (host, at, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
        Credential password = new Credential.Password(Secret.ofString(secret));
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", port, user, List.of(password), trusting, Map.of()), Duration.ofMinutes(3));
    }
}
