package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.PermissionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TunnelTest {
    /** PostgreSQL refuses a text with a NUL, and with it the line and its audit event. */
    @Test
    void whatThePeersSaidIsWrittenSoThatEveryDatabaseTakesIt() {
        TunnelWay way = tunnel("10.0.0.5\0.example.org", "a\nb\0:4711").way();
        assertThat(way.host()).isEqualTo("10.0.0.5\\u{0}.example.org");
        assertThat(way.originator()).isEqualTo("a\\nb\\u{0}:4711");
        assertThat(tunnel("db.example.org", "127.0.0.1:1").way().host()).isEqualTo("db.example.org");
    }

    private static Tunnel tunnel(String host, String originator) {
        Caller alice = new Caller(
                UserId.next(),
                "alice",
                new OrganisationId(new UUID(1, 1)),
                Set.of(),
                "127.0.0.1",
                "ssh",
                new UUID(0, 0));
        SessionTarget target = new SessionTarget(
                new AssetId(new UUID(2, 2)),
                "web-1",
                Optional.empty(),
                "root",
                "ssh",
                SessionKind.TUNNEL,
                "",
                new PermissionId(new UUID(3, 3)));
        TunnelSpan span = new TunnelSpan(Instant.EPOCH, Instant.EPOCH, new Session.Traffic(0, 0));
        return new Tunnel(
                SessionId.next(), alice, target, new TunnelWay(TunnelDirection.LOCAL, host, 22, originator), span);
    }
}
