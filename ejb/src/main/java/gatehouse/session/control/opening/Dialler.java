package gatehouse.session.control.opening;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TargetProfile;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.inventory.boundary.Platforms;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.Platform;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.switching.SwitchListener;
import gatehouse.session.control.switching.SwitchedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reaches targets: through the hops of their zone, with the stored or the typed secret, checking every machine's key. */
@ApplicationScoped
public class Dialler {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    private Platforms platforms;

    @Inject
    private Ways ways;

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
            Endpoint endpoint = ways.endpoint(facts.caller(), admission.asset(), admission.endpoint(), login);
            List<Hop> hops = admission
                    .asset()
                    .zone()
                    .map(zone -> ways.into(facts.caller(), zone, opened, Switching.purpose(facts)))
                    .orElse(List.of());
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
}
