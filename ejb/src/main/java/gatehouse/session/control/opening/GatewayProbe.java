package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.inventory.boundary.GatewayHealth;
import gatehouse.inventory.boundary.Zones;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayFinding;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks whether a gateway answers, and as the machine that is known, and remembers what it found. */
@ApplicationScoped
public class GatewayProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    private Zones zones;

    @Inject
    private Ways ways;

    @Inject
    private GatewayHealth health;

    /** Whether it is reached from here, and not by signing in at other gateways before it. No right is asked. */
    public boolean isReachedDirectly(Caller caller, Gateway gateway) {
        return outer(caller, gateway).isEmpty();
    }

    /**
     * Waits for the gateway, for ten seconds at most, and as long for each before it; in no transaction.
     *
     * @throws ProblemException when Gatehouse itself cannot look now, which says nothing of the gateway
     */
    public void look(Caller caller, Gateway gateway, GatewayFinding.Source source) {
        health.found(caller, gateway.id(), finding(caller, gateway), source);
    }

    private GatewayFinding finding(Caller caller, Gateway gateway) {
        try (OpenedSecrets opened = new OpenedSecrets()) {
            Endpoint endpoint = ways.lookedAt(caller, gateway);
            List<Hop> before = outer(caller, gateway)
                    .map(zone -> ways.into(caller, zone, opened, "test of gateway " + gateway.id()))
                    .orElse(List.of());
            TerminalConnectionFactory connector =
                    Wires.factory(KnownProtocols.all().gateway().name());
            return GatewayFinding.answered(connector.probe(endpoint, before, PATIENCE));
        } catch (ProblemException failure) {
            if (failure.kind() == Kind.TARGET_FAILED || failure.kind() == Kind.TARGET_TIMEOUT) {
                return GatewayFinding.failed(failure.detail(), false);
            }
            throw failure;
        }
    }

    private Optional<ZoneId> outer(Caller caller, Gateway gateway) {
        return zones.outer(caller, gateway.zone());
    }
}
