package gatehouse.connector.ssh.outbound;

import gatehouse.connector.ssh.wire.ClientWire;
import gatehouse.connector.ssh.wire.SshAlgorithms;
import gatehouse.connector.ssh.wire.WireSettings;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.PropertyResolverUtils;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** Sets MINA's client up: nothing from the home directory, nothing it might try by itself. */
final class Clients {
    private Clients() {}

    static SshClient start(boolean legacy) {
        SshClient client = SshClient.setUpDefaultClient();
        WireSettings.apply(client);
        SshAlgorithms.client(client, legacy);
        CoreModuleProperties.CLIENT_IDENTIFICATION.set(client, "Gatehouse");
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        PropertyResolverUtils.updateProperty(client, UserInteraction.AUTO_DETECT_PASSWORD_PROMPT, false);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setChannelFactories(List.of(Listeners.ARRIVED));
        client.setServerKeyVerifier(HostKeys::remember);
        client.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        client.addSessionListener(DialFailures.RECORDER);
        client.setSessionFactory(new SessionFactory(client) {
            @Override
            protected ClientSessionImpl doCreateSession(IoSession io) throws Exception {
                return new ClientWire(getClient(), io);
            }
        });
        client.start();
        return client;
    }
}
