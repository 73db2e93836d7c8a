package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.Protocols;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R3.2 */
class SshDescriptorTest {
    private final Protocols protocols = Protocols.seenBy(SshDescriptor.class.getClassLoader());

    @Test
    void bothProtocolsAreListed() {
        assertThat(protocols.all()).extracting(ProtocolDescriptor::name).containsExactly("sftp", "ssh");
        assertThat(protocols.usual().inbound())
                .hasValueSatisfying(server -> assertThat(server.trust().apply("ssh-ed25519 AAAA"))
                        .isEqualTo("@cert-authority * ssh-ed25519 AAAA"));
    }

    @Test
    void filesOfTheWireAreReachedBySftpFirst() {
        assertThat(protocols.filesBy("ssh")).containsExactly("sftp", "ssh");
        assertThat(protocols.carryingFilesBy("sftp")).hasValue("ssh");
        assertThat(protocols.carryingFilesBy("netconf")).isEmpty();
    }

    @Test
    void theUsualPatternsAreSome() {
        assertThat(protocols.usual().complaint(Map.of())).isEmpty();
        assertThat(protocols.usual().complaint(Map.of("username_question", "(")))
                .hasValueSatisfying(why -> assertThat(why).contains("username_question"));
    }
}
