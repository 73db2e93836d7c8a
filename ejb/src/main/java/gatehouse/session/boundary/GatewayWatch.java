package gatehouse.session.boundary;

import gatehouse.identity.entity.Organisation;
import gatehouse.inventory.boundary.GatewayHealth;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayChecks;
import gatehouse.inventory.entity.GatewayFinding;
import gatehouse.kernel.Beat;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Heartbeat;
import gatehouse.kernel.Spell;
import gatehouse.kernel.Work;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.opening.GatewayProbe;
import gatehouse.setting.boundary.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Looks at the gateways that assets need, before somebody needs them (R6.8). Each is looked at by one of several servers: by whoever
 * claims it first when it is due. One behind another zone is left to sessions and to tests by people, because the way to it takes
 * stored secrets.
 */
@Singleton
@Startup
@DependsOn("KeyringStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayWatch {
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 8;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ContextService contexts;

    @Inject
    private GatewayHealth health;

    @Inject
    private GatewayProbe probe;

    @Inject
    private Settings settings;

    @Inject
    private MeterRegistry registry;

    @Inject
    private Clock clock;

    private final Caller system = Caller.system(Organisation.FIRST);
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Spell trouble = new Spell();
    private volatile List<Gateway> known = List.of();
    private Heartbeat pulse;
    private Work work;

    @PostConstruct
    void start() {
        registry.gauge("gatehouse.gateways.needed", this, GatewayWatch::needed);
        registry.gauge("gatehouse.gateways.failing", this, GatewayWatch::failingNow);
        work = new Work("gateway-watch", contexts);
        pulse = new Heartbeat(scheduler, new Beat(work, this::survived), BEAT);
    }

    @PreDestroy
    void stop() {
        pulse.close();
    }

    private double needed() {
        return known.size();
    }

    private double failingNow() {
        return known.stream()
                .filter(gateway -> gateway.health() == Gateway.Health.DOWN)
                .count();
    }

    /** Told once, not every two seconds for as long as the database is away. */
    private void survived() {
        try {
            look();
            trouble.isOver();
        } catch (RuntimeException e) {
            if (pulse.isBeating() && trouble.begins()) {
                SessionLog.LOG.gatewaysNotWatched(e);
            }
        }
    }

    /** All of them, also when one fails. */
    private void look() {
        known = health.serving(system);
        GatewayChecks checks = settings.get(GatewayChecks.class);
        if (!checks.enabled()) {
            return;
        }
        Instant before = clock.instant().minus(checks.every());
        CompletableFuture.allOf(known.stream()
                        .filter(gateway -> gateway.isDue(before))
                        .map(gateway -> CompletableFuture.runAsync(() -> inTurn(gateway, before), work))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void inTurn(Gateway gateway, Instant before) {
        places.acquireUninterruptibly();
        try {
            if (probe.isReachedDirectly(system, gateway) && health.claim(system, gateway.id(), before)) {
                probe.look(system, gateway, GatewayFinding.Source.WATCH);
            }
        } finally {
            places.release();
        }
    }
}
