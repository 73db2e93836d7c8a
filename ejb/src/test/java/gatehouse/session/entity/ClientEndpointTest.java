package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientEndpointTest {
    @Test
    void aJumpNamesThePortWhereItIsNotTheOneThatClientsTake() {
        assertThat(new ClientEndpoint("", 2222).jumpOf("alice")).isEqualTo("alice@GATEHOUSE:2222");
        assertThat(new ClientEndpoint("bastion.example", 2222).jumpOf("alice")).isEqualTo("alice@bastion.example:2222");
        assertThat(new ClientEndpoint("bastion.example", 22).jumpOf("alice")).isEqualTo("alice@bastion.example");
        assertThat(new ClientEndpoint("2001:db8::7", 2222).jumpOf("alice")).isEqualTo("alice@[2001:db8::7]:2222");
    }
}
