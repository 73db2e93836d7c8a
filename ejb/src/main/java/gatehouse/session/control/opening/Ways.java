package gatehouse.session.control.opening;

import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.boundary.GatewayHealth;
import gatehouse.inventory.boundary.HostKeys;
import gatehouse.inventory.boundary.Platforms;
import gatehouse.inventory.boundary.Zones;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayFinding;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.inventory.entity.TrustVerdict;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Caller;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.boundary.Accounts;
import gatehouse.vault.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Machines as connectors want them: where they are, how they are signed in at, which key is theirs, and what is before them. */
@ApplicationScoped
class Ways {
    @Inject
    private Assets assets;

    @Inject
    private Platforms platforms;

    @Inject
    private Zones zones;

    @Inject
    private GatewayHealth health;

    @Inject
    private HostKeys hostKeys;

    @Inject
    private Accounts accounts;

    @Inject
    private CredentialDesk credentials;

    Endpoint endpoint(Caller caller, Asset asset, ProtocolEndpoint where, Login login) {
        return endpoint(caller, asset, where, login, key -> hostKeys.check(caller, asset.id(), key));
    }

    /** A gateway that is only looked at: nobody signs in, and a key that it has shown before is not told again. */
    Endpoint lookedAt(Caller caller, Gateway gateway) {
        Asset asset = assets.require(caller, gateway.asset());
        return endpoint(
                caller,
                asset,
                entrance(asset),
                new Login("gatehouse", List.of(), List.of()),
                key -> hostKeys.compare(caller, asset.id(), key));
    }

    /** What is passed on the way into a zone. What a gateway does is remembered, so that the next who comes starts with one that works. */
    List<Hop> into(Caller caller, ZoneId zone, OpenedSecrets opened, String purpose) {
        return zones.route(caller, zone).stream()
                .map(hop -> hop(caller, hop.gateways(), opened, purpose))
                .toList();
    }

    private Hop hop(Caller caller, List<Gateway> gateways, OpenedSecrets opened, String purpose) {
        List<Endpoint> endpoints = gateways.stream()
                .map(gateway -> gateway(caller, gateway, opened, purpose))
                .toList();
        return new Hop(
                endpoints,
                (index, attempt) -> health.found(
                        caller, gateways.get(index).id(), finding(attempt), GatewayFinding.Source.SESSION));
    }

    private static GatewayFinding finding(Hop.Attempt attempt) {
        return switch (attempt.outcome()) {
            case PASSED -> GatewayFinding.passed();
            case TURNED_AWAY -> GatewayFinding.failed(attempt.words(), true);
            case FAILED -> GatewayFinding.failed(attempt.words(), false);
        };
    }

    private Endpoint gateway(Caller caller, Gateway gateway, OpenedSecrets opened, String purpose) {
        Asset asset = assets.require(caller, gateway.asset());
        Account account = accounts.forHop(caller, asset.id())
                .orElseThrow(() -> SessionProblem.TARGET_FAILED.problem(
                        "the gateway " + asset.name() + " has no account to enter it with"));
        List<Credential> proofs = credentials.stored(caller, account, opened, purpose);
        return endpoint(caller, asset, entrance(asset), new Login(account.username(), proofs, List.of()));
    }

    private static ProtocolEndpoint entrance(Asset gateway) {
        ProtocolDescriptor protocol = KnownProtocols.all().gateway();
        return gateway.endpoint(protocol.name())
                .orElseThrow(() -> SessionProblem.TARGET_FAILED.problem(
                        "the gateway " + gateway.name() + " does not speak " + protocol.title()));
    }

    private Endpoint endpoint(
            Caller caller,
            Asset asset,
            ProtocolEndpoint where,
            Login login,
            Function<PresentedKey, TrustVerdict> judge) {
        Map<String, String> settings = platforms
                .require(caller, asset.platform())
                .settings(KnownProtocols.all().carrierOf(where.protocol()));
        return new Endpoint(asset.address(), where.port(), login.user(), login.credentials(), trust(judge), settings);
    }

    private static TrustCheck trust(Function<PresentedKey, TrustVerdict> judge) {
        return (host, port, keyType, fingerprint, encoded) -> switch (judge.apply(
                new PresentedKey(host, port, keyType, fingerprint, encoded))) {
            case TrustVerdict.Trusted _ -> new TrustCheck.Verdict.Trusted();
            case TrustVerdict.Refused refused -> new TrustCheck.Verdict.Refused(refused.detail());
        };
    }
}
