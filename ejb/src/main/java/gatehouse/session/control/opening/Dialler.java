package gatehouse.session.control.opening;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TargetProfile;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.boundary.HostKeys;
import gatehouse.inventory.boundary.Platforms;
import gatehouse.inventory.boundary.Zones;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.inventory.entity.TrustVerdict;
import gatehouse.kernel.Caller;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.switching.SwitchListener;
import gatehouse.session.control.switching.SwitchedConnection;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.boundary.Accounts;
import gatehouse.vault.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reaches targets: through the hops of their zone, with the stored or the typed secret, checking every machine's key. */
@ApplicationScoped
public class Dialler {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    private Assets assets;

    @Inject
    private Platforms platforms;

    @Inject
    private Zones zones;

    @Inject
    private HostKeys hostKeys;

    @Inject
    private Accounts accounts;

    @Inject
    private CredentialDesk credentials;

    @Inject
    private Switching switching;

    /**
     * Waits until the target has accepted the account. A password that the person typed stays the caller's.
     *
     * @param listener told when an account has become another one
     * @param waiting threads that may wait
     * @throws gatehouse.kernel.ProblemException of the connector, the vault or the inventory; the detail is for the person
     */
    public TerminalConnection dial(LiveFacts facts, Admission admission, SwitchListener listener, Executor waiting) {
        try (OpenedSecrets opened = new OpenedSecrets()) {
            Login login = switching.login(facts, admission, opened);
            Platform platform =
                    platforms.require(facts.caller(), admission.asset().platform());
            Endpoint endpoint = endpoint(facts.caller(), admission.asset(), admission.endpoint(), login);
            List<Hop> hops = hops(facts.caller(), admission.asset(), opened, Switching.purpose(facts));
            TargetProfile profile = profile(platform, facts);
            TerminalConnection connection =
                    connect(new OutboundTarget(endpoint, hops, PATIENCE, Optional.empty(), profile), facts);
            return login.switches().isEmpty()
                    ? connection
                    : new SwitchedConnection(connection, login.switches(), profile.charset(), listener, waiting);
        }
    }

    /** What the target is asked for: the client's locale is not that of a target that does not speak UTF-8. */
    public TerminalRequest request(LiveFacts facts, Admission admission) {
        String charset =
                platforms.require(facts.caller(), admission.asset().platform()).charset();
        TerminalRequest wanted = facts.request().terminal();
        return Charset.forName(charset).equals(StandardCharsets.UTF_8) ? wanted : wanted.withoutLocale();
    }

    private static TargetProfile profile(Platform platform, LiveFacts facts) {
        return new TargetProfile(
                Charset.forName(platform.charset()), facts.request().terminal().pty());
    }

    /** A connector that cannot pass gateways is led through them by the one that can. */
    private static TerminalConnection connect(OutboundTarget target, LiveFacts facts) {
        TerminalConnectionFactory connector = Wires.factory(facts.request().protocol());
        if (target.hops().isEmpty() || connector.passesGateways()) {
            return connector.connect(target);
        }
        TerminalConnection gateway =
                Wires.factory(KnownProtocols.all().gateway().name()).gateway(target.hops(), target.timeout());
        try {
            TerminalConnection connection = connector.connect(new OutboundTarget(
                    target.endpoint(), List.of(), target.timeout(), Optional.of(gateway::tunnel), target.profile()));
            CompletionStage<Void> _ = connection.whenClosed().thenRun(gateway::close);
            return connection;
        } catch (RuntimeException failure) {
            gateway.close();
            throw failure;
        }
    }

    private Endpoint endpoint(Caller caller, Asset asset, ProtocolEndpoint where, Login login) {
        Map<String, String> settings = platforms
                .require(caller, asset.platform())
                .settings(KnownProtocols.all().carrierOf(where.protocol()));
        return new Endpoint(
                asset.address(), where.port(), login.user(), login.credentials(), trust(caller, asset), settings);
    }

    private TrustCheck trust(Caller caller, Asset asset) {
        return (host, port, keyType, fingerprint, encoded) -> {
            PresentedKey key = new PresentedKey(host, port, keyType, fingerprint, encoded);
            return switch (hostKeys.check(caller, asset.id(), key)) {
                case TrustVerdict.Trusted trusted -> new TrustCheck.Verdict.Trusted();
                case TrustVerdict.Refused refused -> new TrustCheck.Verdict.Refused(refused.detail());
            };
        };
    }

    private List<Hop> hops(Caller caller, Asset asset, OpenedSecrets opened, String purpose) {
        return asset.zone()
                .map(zone -> zones.route(caller, zone).stream()
                        .map(hop -> hop(caller, hop.gateways(), opened, purpose))
                        .toList())
                .orElse(List.of());
    }

    /** What a gateway does is remembered, so that the next one who comes starts with one that works. */
    private Hop hop(Caller caller, List<Gateway> gateways, OpenedSecrets opened, String purpose) {
        List<Endpoint> endpoints = gateways.stream()
                .map(gateway -> gateway(caller, gateway, opened, purpose))
                .toList();
        return new Hop(
                endpoints,
                (index, passed) -> zones.noteHealth(caller, gateways.get(index).id(), passed));
    }

    private Endpoint gateway(Caller caller, Gateway gateway, OpenedSecrets opened, String purpose) {
        Asset asset = assets.require(caller, gateway.asset());
        ProtocolDescriptor protocol = KnownProtocols.all().gateway();
        ProtocolEndpoint where = asset.endpoint(protocol.name())
                .orElseThrow(() -> SessionProblem.TARGET_FAILED.problem(
                        "the gateway " + asset.name() + " does not speak " + protocol.title()));
        Account account = accounts.forHop(caller, asset.id())
                .orElseThrow(() -> SessionProblem.TARGET_FAILED.problem(
                        "the gateway " + asset.name() + " has no account to enter it with"));
        List<Credential> proofs = credentials.stored(caller, account, opened, purpose);
        return endpoint(caller, asset, where, new Login(account.username(), proofs, List.of()));
    }
}
