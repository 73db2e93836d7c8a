package gatehouse.session.boundary;

import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.entity.RecordingRules;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionProblem;
import gatehouse.setting.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What sessions need regularly while the server runs, and what they need when it starts and stops. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionPulse {
    private static final long BEAT_MILLIS = 250;
    private static final int BEATS_A_SECOND = 4;
    private static final int BEATS_BETWEEN_RETRIES = 20;
    private static final long STOP_SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private RecordingDesk recordings;

    @Inject
    private LiveSessions live;

    @Inject
    private Settings settings;

    @Inject
    private SessionRecovery recovery;

    @Inject
    private Closing closing;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> pulse;
    private long beat;
    private Optional<String> trouble = Optional.empty();

    @PostConstruct
    void start() {
        recovery.recoverAll();
        pulse = scheduler.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the pulse: a scheduled task that throws is never called again. */
    private void beat() {
        try {
            recordings.store().tick();
            if (beat % BEATS_A_SECOND == 0) {
                everySecond();
            }
            if (beat % BEATS_BETWEEN_RETRIES == 0) {
                closing.retry();
            }
        } catch (RuntimeException e) {
            SessionLog.LOG.pulseFailed(e);
        } finally {
            beat++;
        }
    }

    private void everySecond() {
        recordings.store().checkSpace(settings.get(RecordingRules.class).leastFreeBytes());
        live.tick(settings.get(SessionLimits.class), clock.instant());
        Optional<String> now = recordings.store().trouble();
        if (!now.equals(trouble)) {
            now.ifPresentOrElse(SessionLog.LOG::recordingTrouble, SessionLog.LOG::recordingWell);
            trouble = now;
        }
    }

    /** Ends what runs and waits until it is on the disk. */
    @PreDestroy
    void stop() {
        CompletableFuture<?>[] recorders = live.list().stream()
                .peek(session -> session.end(SessionProblem.SERVER_STOPPING.problem("Gatehouse is being stopped.")))
                .flatMap(session -> session.recorder().stream())
                .map(recorder -> recorder.finish())
                .toArray(CompletableFuture<?>[]::new);
        pulse.cancel(false);
        CompletableFuture.allOf(recorders)
                .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
    }
}
