package gatehouse.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.session.entity.SessionOrigin;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private static InboundOrigin by(String protocol) {
        return new InboundOrigin(protocol, "192.0.2.7", 50_000, protocol + "-1", "");
    }

    @Test
    void theDoorIsTheOneThatThePersonCameThrough() {
        assertThat(Reception.from(by("ssh"))).isEqualTo(new SessionOrigin(SessionOrigin.Via.SSH, "192.0.2.7"));
        assertThat(Reception.from(by("rdp"))).isEqualTo(new SessionOrigin(SessionOrigin.Via.RDP, "192.0.2.7"));
        assertThatThrownBy(() -> Reception.from(by("smoke"))).isInstanceOf(IllegalArgumentException.class);
    }
}
