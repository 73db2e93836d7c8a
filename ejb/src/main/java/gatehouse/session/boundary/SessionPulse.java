package gatehouse.session.boundary;

import gatehouse.kernel.Beat;
import gatehouse.kernel.ServerStop;
import gatehouse.kernel.Work;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.Doorkeeper;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.menu.OpenMenus;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.entity.RecordingRules;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SharingRules;
import gatehouse.setting.boundary.Settings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What sessions need regularly while the server runs, and what they need when it starts and stops. */
@Singleton
@Startup
@DependsOn("KeyringStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionPulse {
    private static final long BEAT_MILLIS = 250;
    private static final long SECOND_MILLIS = 1000;
    private static final long RETRY_MILLIS = 5000;
    private static final long STOP_SECONDS = 10;
    /** For somebody whose client reads no more. */
    private static final long MENU_SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ContextService contexts;

    @Inject
    private RecordingDesk recordings;

    @Inject
    private LiveSessions live;

    @Inject
    private OpenMenus menus;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Settings settings;

    @Inject
    private SessionRecovery recovery;

    @Inject
    private Closing closing;

    @Inject
    private Refusals refusals;

    @Inject
    private Rechecks rechecks;

    @Inject
    private SessionFigures figures;

    @Inject
    private Clock clock;

    private final List<ScheduledFuture<?>> pulses = new ArrayList<>();
    private ServerStop serverStop;
    private volatile RecordingRules rules = new RecordingRules();
    private volatile SessionLimits limits = new SessionLimits();
    private volatile SharingRules sharing = new SharingRules();
    private Optional<String> trouble = Optional.empty();

    /** Recording and limits never wait for the database, which may be away: what asks it leaves the clock's threads. */
    @PostConstruct
    void start() {
        readSettings();
        recovery.recoverAll();
        begin();
        serverStop = new ServerStop(
                contexts.createContextualProxy(this::end, Runnable.class),
                contexts.createContextualProxy(this::begin, Runnable.class));
    }

    private synchronized void begin() {
        if (!pulses.isEmpty()) {
            return;
        }
        live.resume();
        menus.resume();
        every(BEAT_MILLIS, recordings.store()::tick);
        every(SECOND_MILLIS, this::everySecond);
        every(SECOND_MILLIS, aside("session-rules", this::readSettings));
        every(RETRY_MILLIS, aside("session-ends", closing::retry));
        every(RETRY_MILLIS, aside("session-refusals", refusals::tellSums));
        every(RETRY_MILLIS, aside("watchers", rechecks::lookAtWatchers));
    }

    private void every(long millis, Runnable task) {
        pulses.add(scheduler.scheduleAtFixedRate(() -> survived(task), 0, millis, TimeUnit.MILLISECONDS));
    }

    private Runnable aside(String name, Runnable task) {
        return new Beat(new Work(name, contexts), () -> survived(task));
    }

    /** A failure must not end the pulse: a scheduled task that throws is never called again. */
    private static void survived(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            SessionLog.LOG.pulseFailed(e);
        }
    }

    private void readSettings() {
        rules = settings.get(RecordingRules.class);
        limits = settings.get(SessionLimits.class);
        sharing = settings.get(SharingRules.class);
    }

    private void everySecond() {
        recordings.store().checkSpace(rules.leastFreeBytes());
        live.tick(limits, clock.instant());
        doorkeeper.tick(sharing, clock.instant());
        rechecks.look();
        figures.look();
        Optional<String> now = recordings.store().trouble();
        if (!now.equals(trouble)) {
            now.ifPresentOrElse(SessionLog.LOG::recordingTrouble, SessionLog.LOG::recordingWell);
            trouble = now;
        }
    }

    @PreDestroy
    void stop() {
        end();
        serverStop.close();
    }

    /** Ends what runs and waits until it is written down. */
    private synchronized void end() {
        CompletableFuture<Void> left = menus.stop().completeOnTimeout(null, MENU_SECONDS, TimeUnit.SECONDS);
        live.stop(new Work("session-ends", contexts))
                .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        left.join();
        refusals.tellAll();
        pulses.forEach(pulse -> pulse.cancel(false));
        pulses.clear();
    }
}
