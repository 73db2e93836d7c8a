package gatehouse.connector.telnet;

import gatehouse.connector.spi.protocol.Proof;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.spi.protocol.Surface;
import gatehouse.connector.telnet.signin.Prompts;
import java.util.List;
import java.util.Set;

/** Telnet: a terminal, and nothing that a machine could prove itself with. */
public class TelnetDescriptor implements ProtocolDescriptor {
    private static final int TARGET_PORT = 23;

    @Override
    public String name() {
        return "telnet";
    }

    @Override
    public String title() {
        return "Telnet";
    }

    @Override
    public int port() {
        return TARGET_PORT;
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.TERMINAL);
    }

    @Override
    public Set<Proof> proofs() {
        return Set.of(Proof.PASSWORD);
    }

    @Override
    public List<ProtocolSetting> settings() {
        return Prompts.SETTINGS;
    }
}
