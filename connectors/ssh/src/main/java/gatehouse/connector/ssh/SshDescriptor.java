package gatehouse.connector.ssh;

import gatehouse.connector.spi.protocol.InboundDescriptor;
import gatehouse.connector.spi.protocol.Proof;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.spi.protocol.Surface;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SSH: the usual way to a machine, and the one through gateways. */
public class SshDescriptor implements ProtocolDescriptor {
    public static final String NAME = "ssh";
    static final int TARGET_PORT = 22;

    /** Signs the host certificates of the servers that stand for assets ({@code ssh -J}). */
    public static final String AUTHORITY = "ssh-host-ca";

    /** Also offer SHA-1 key exchange and signatures, CBC ciphers and DSA host keys, for old devices. */
    public static final ProtocolSetting LEGACY_ALGORITHMS = ProtocolSetting.flag("legacy_algorithms", false);

    /**
     * Which of a target's questions (keyboard-interactive, RFC 4256) the account's password answers, whatever the case. Those for a
     * new password, or one that is used once, are never among them; the usual pattern holds for unechoed questions only.
     */
    public static final ProtocolSetting PASSWORD_QUESTION =
            ProtocolSetting.pattern("password_question", "pass(?:wor[dt]|code|phrase)|密码|口令");

    /** Which of them the user name answers, unless they are for the password. */
    public static final ProtocolSetting USERNAME_QUESTION = ProtocolSetting.pattern(
            "username_question", "(?:user\\s?(?:name|id)?|login(?:\\s(?:name|as|id))?|用户名|账号|帐号)\\s*[:：]?\\s*$");

    /** Set by {@code ./gatehouse}; the deployment descriptor of the message-driven bean reads the same. */
    private static final int LISTENING = Integer.getInteger("gatehouse.ssh.port", 2222);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "SSH";
    }

    @Override
    public int port() {
        return TARGET_PORT;
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
        return List.of(LEGACY_ALGORITHMS, PASSWORD_QUESTION, USERNAME_QUESTION);
    }

    @Override
    public Map<String, String> outdatedSettings() {
        return Map.of(LEGACY_ALGORITHMS.key(), "true");
    }

    @Override
    public Optional<String> fileSubsystem() {
        return Optional.of(SftpDescriptor.NAME);
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
    public boolean hasHostKeys() {
        return true;
    }

    /** The line is for known_hosts (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
    @Override
    public Optional<InboundDescriptor> inbound() {
        return Optional.of(new InboundDescriptor(LISTENING, AUTHORITY, key -> "@cert-authority * " + key));
    }
}
