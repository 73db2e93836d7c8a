package gatehouse.inventory.entity;

import gatehouse.connector.spi.protocol.InboundDescriptor;
import gatehouse.connector.spi.protocol.Proof;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.spi.protocol.Surface;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the built-in platforms speak, for tests that run without the connectors. Listed in {@code META-INF/services}. */
public final class TestingProtocols {
    private TestingProtocols() {}

    /** Like SSH. */
    public static final class Shell implements ProtocolDescriptor {
        private static final ProtocolSetting OLD = ProtocolSetting.flag("legacy_algorithms", false);

        @Override
        public String name() {
            return "ssh";
        }

        @Override
        public String title() {
            return "SSH";
        }

        @Override
        public int port() {
            return 22;
        }

        @Override
        public Set<Surface> surfaces() {
            return Set.of(Surface.TERMINAL, Surface.COMMAND, Surface.FILES, Surface.TUNNEL);
        }

        @Override
        public Set<Proof> proofs() {
            return Set.of(Proof.PASSWORD, Proof.PRIVATE_KEY);
        }

        @Override
        public List<ProtocolSetting> settings() {
            return List.of(OLD);
        }

        @Override
        public Map<String, String> outdatedSettings() {
            return Map.of(OLD.key(), "true");
        }

        @Override
        public Optional<String> fileSubsystem() {
            return Optional.of("sftp");
        }

        @Override
        public boolean isUsual() {
            return true;
        }

        @Override
        public boolean isGateway() {
            return true;
        }

        @Override
        public Optional<InboundDescriptor> inbound() {
            return Optional.of(new InboundDescriptor(2222, "ssh-host-ca", key -> "@cert-authority * " + key));
        }
    }

    /** Like SFTP. */
    public static final class Copy implements ProtocolDescriptor {
        @Override
        public String name() {
            return "sftp";
        }

        @Override
        public String title() {
            return "SFTP";
        }

        @Override
        public int port() {
            return 22;
        }

        @Override
        public String carrier() {
            return "ssh";
        }

        @Override
        public Set<Surface> surfaces() {
            return Set.of(Surface.FILES);
        }

        @Override
        public Set<Proof> proofs() {
            return Set.of(Proof.PASSWORD, Proof.PRIVATE_KEY);
        }

        @Override
        public Optional<String> fileSubsystem() {
            return Optional.of("sftp");
        }
    }

    /** Like telnet. */
    public static final class Plain implements ProtocolDescriptor {
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
            return 23;
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
            return List.of(ProtocolSetting.pattern("success_prompt", "[$]"));
        }
    }
}
