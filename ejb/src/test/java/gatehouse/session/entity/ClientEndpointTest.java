package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class ClientEndpointTest {
    @Test
    void isWhereTheBrowserReachedItUnlessSaid() {
        assertThat(new ClientEndpoint().seenFrom("gate.example")).isEqualTo(new ClientEndpoint("gate.example", 2222));
    }

    @Test
    void whatIsSetWins() {
        assertThat(new ClientEndpoint("ssh.example", 22).seenFrom("gate.example"))
                .isEqualTo(new ClientEndpoint("ssh.example", 22));
    }

    @Test
    void anIpv6AddressLosesTheBracketsOfItsUrl() {
        assertThat(new ClientEndpoint().seenFrom("[::1]").host()).isEqualTo("::1");
    }

    @Test
    void refusesWhatACommandLineWouldRead() {
        assertThatThrownBy(() -> new ClientEndpoint("gate; reboot", 22)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ClientEndpoint("gate.example", 70_000)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aJumpNamesThePortWhereItIsNotTheOneThatClientsTake() {
        assertThat(new ClientEndpoint("", 2222).jumpOf("alice")).isEqualTo("alice@GATEHOUSE:2222");
        assertThat(new ClientEndpoint("bastion.example", 2222).jumpOf("alice")).isEqualTo("alice@bastion.example:2222");
        assertThat(new ClientEndpoint("bastion.example", 22).jumpOf("alice")).isEqualTo("alice@bastion.example");
        assertThat(new ClientEndpoint("2001:db8::7", 2222).jumpOf("alice")).isEqualTo("alice@[2001:db8::7]:2222");
    }
}
