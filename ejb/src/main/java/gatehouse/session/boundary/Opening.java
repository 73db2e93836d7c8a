package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.Caller;
import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.command.CommandJournal;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.PersonPlaces;
import gatehouse.session.control.live.SessionEnd;
import gatehouse.session.control.opening.Admission;
import gatehouse.session.control.opening.Authoriser;
import gatehouse.session.control.opening.Dialler;
import gatehouse.session.control.opening.Rechecker;
import gatehouse.session.control.switching.AccountSwitch;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionProblem;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The order in which a session comes to be: Authorise → Record → connect → Relay. Waits; runs on a virtual thread. */
@ApplicationScoped
class Opening {
    /** Longer than any account switch takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    private Authoriser authoriser;

    @Inject
    private Dialler dialler;

    @Inject
    private Rechecker rechecker;

    @Inject
    private SessionBook book;

    @Inject
    private Refusals refusals;

    @Inject
    private Chains chains;

    @Inject
    private Reaching reaching;

    @Inject
    private PersonPlaces places;

    @Inject
    private Settings settings;

    @Inject
    private CommandJournal journal;

    @Inject
    private Clock clock;

    OpenedTerminal open(Caller caller, SessionOrigin origin, ConnectRequest request, TerminalOutput output, Work work) {
        try {
            Admission admission = orTold(caller, request, () -> authoriser.admit(caller, request));
            LiveFacts facts = facts(caller, origin, request, admission);
            PersonPlaces.Place place =
                    orTold(caller, request, () -> places.take(caller, settings.get(SessionLimits.class)));
            LiveSession session = place.hold(() -> opened(facts, admission, output, work), LiveSession::ended);
            return new OpenedTerminal(
                    facts.id(), session.entry(), admission.allow().actions(), facts.until());
        } finally {
            request.typedSecret().ifPresent(Secret::close);
        }
    }

    private LiveFacts facts(Caller caller, SessionOrigin origin, ConnectRequest request, Admission admission) {
        return new LiveFacts(
                SessionId.next(),
                caller,
                origin,
                admission.target(request.protocol(), request.terminal()),
                request,
                clock.instant(),
                admission.allow().until());
    }

    private LiveSession opened(LiveFacts facts, Admission admission, TerminalOutput output, Work work) {
        Caller caller = facts.caller();
        book.opened(caller, new Session(facts.id(), caller, facts.origin(), facts.target(), facts.startedAt()));
        return relay(facts, admission, output, work);
    }

    private <T> T orTold(Caller caller, ConnectRequest request, Supplier<T> wanted) {
        try {
            return wanted.get();
        } catch (ProblemException refused) {
            refusals.session(caller, request, refused);
            throw refused;
        }
    }

    private LiveSession relay(LiveFacts facts, Admission admission, TerminalOutput output, Work work) {
        LiveSession session = new LiveSession(facts, output, System::nanoTime);
        session.allowed(admission.allow());
        StageContext context = context(session, admission);
        try {
            Chain chain = chains.build(session, context);
            TerminalConnection connection = reaching.reach(
                    session,
                    () -> dialler.dial(facts, admission, step -> switched(session, context, step), work),
                    work);
            start(session, chain, connection, dialler.request(facts, admission));
        } catch (RuntimeException failure) {
            throw reaching.failed(session, failure);
        }
        return session;
    }

    private StageContext context(LiveSession session, Admission admission) {
        LiveFacts facts = session.facts();
        return new StageContext(
                facts.id(),
                facts.caller(),
                facts.origin(),
                facts.request(),
                admission.asset(),
                admission.username(),
                action -> session.allows(action, clock.instant()),
                session);
    }

    private void switched(LiveSession session, StageContext context, AccountSwitch step) {
        session.mark("became " + step.to() + " from " + step.from() + ": " + step.command());
        journal.given(context, step.command());
    }

    private void start(LiveSession session, Chain chain, TerminalConnection connection, TerminalRequest request) {
        try {
            book.connected(session.facts().caller(), session.id(), session.isRecorded());
            rechecker.enter(session);
            TerminalInput target = connection
                    .open(request, chain.towardsPerson())
                    .toCompletableFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            session.attach(chain.towards(target));
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    static ProblemException shown(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case CompletionException wrapped when wrapped.getCause() != null -> shown(wrapped.getCause());
            case TimeoutException late ->
                SessionProblem.TARGET_FAILED.problem("the target accepted the account but started nothing", late);
            case EJBException wrapped when wrapped.getCause() instanceof ProblemException problem -> problem;
            default -> DatabaseOutage.in(failure).orElseGet(() -> broken(failure));
        };
    }

    private static ProblemException broken(Throwable failure) {
        SessionLog.LOG.openingBroken(failure);
        return SessionProblem.SESSION_BROKEN.problem("the session could not be opened; the log says why", failure);
    }

    /** How a session that never ran is written down. */
    static SessionEnd failure(ProblemException problem) {
        boolean stopping = problem.code() == SessionProblem.SERVER_STOPPING;
        SessionOutcome outcome = stopping ? SessionOutcome.SERVER_STOPPED : SessionOutcome.CONNECT_FAILED;
        return new SessionEnd(outcome, problem.detail(), Session.Traffic.NONE);
    }
}
