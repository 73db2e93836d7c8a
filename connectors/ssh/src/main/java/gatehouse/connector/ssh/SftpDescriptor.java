package gatehouse.connector.ssh;

import gatehouse.connector.spi.protocol.Proof;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.Surface;
import java.util.Optional;
import java.util.Set;

/** SFTP: files over SSH, for those who may have files and no shell. */
public class SftpDescriptor implements ProtocolDescriptor {
    static final String NAME = "sftp";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "SFTP";
    }

    @Override
    public int port() {
        return SshDescriptor.TARGET_PORT;
    }

    @Override
    public String carrier() {
        return SshDescriptor.NAME;
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
        return Optional.of(NAME);
    }

    @Override
    public boolean hasHostKeys() {
        return true;
    }
}
