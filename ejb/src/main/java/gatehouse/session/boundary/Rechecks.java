package gatehouse.session.boundary;

import gatehouse.access.entity.SignInEnded;
import gatehouse.identity.entity.GroupsChanged;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.UserChanged;
import gatehouse.identity.entity.UserDisabled;
import gatehouse.inventory.entity.AssetDisabled;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.kernel.Work;
import gatehouse.policy.entity.PermissionChanged;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.Doorkeeper;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.live.Lookout;
import gatehouse.session.control.opening.Rechecker;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.ShareEnded;
import gatehouse.vault.entity.AccountDisabled;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Ends running sessions, or asks policy about them again, when something they stand on was taken back (R11.34). News makes it
 * immediate; what nobody told, {@link #look} finds within a second.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rechecks {
    /** Of callers whom a connection token let in. */
    private static final UUID NO_SIGN_IN = new UUID(0, 0);

    @Inject
    private LiveSessions live;

    @Inject
    private Rechecker rechecker;

    @Inject
    private TunnelDesk tunnels;

    @Inject
    private ShareBook shares;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Lookout lookout;

    @Resource
    private ContextService contexts;

    /** Called every second. */
    public void look() {
        aside(() -> rechecker.look(this::goesOn));
    }

    public void permissionChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PermissionChanged news) {
        recheck(session -> true);
    }

    public void assetDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) AssetDisabled news) {
        recheck(session -> true);
    }

    public void accountDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDisabled news) {
        recheck(session -> true);
    }

    public void groupsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) GroupsChanged news) {
        recheck(session -> true);
    }

    /** Called every few seconds. Waits. */
    public void lookAtWatchers() {
        lookout.look();
        live.list().forEach(this::recheckShares);
    }

    public void userChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserChanged news) {
        recheck(of(news.user()));
        aside(() -> lookout.look(news.user()));
        recheckShares();
    }

    public void userDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserDisabled news) {
        end(of(news.user()), SessionProblem.SIGN_IN_ENDED.problem("The account of this person was disabled."));
        doorkeeper.remove(news.user(), "their account was disabled");
        aside(() -> lookout.look(news.user()));
        recheckShares();
    }

    /** Only now: as long as it is not committed, whoever is sent away may come back. */
    public void shareEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) ShareEnded news) {
        news.guest()
                .ifPresentOrElse(
                        guest -> doorkeeper.remove(news.session(), news.share(), guest, news.why()),
                        () -> doorkeeper.remove(news.session(), news.share(), news.why()));
    }

    public void signInEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInEnded news) {
        end(of(news.user()).and(by(news.proof())), SessionProblem.SIGN_IN_ENDED.problem(news.reason()));
    }

    /** Sessions of other sign-ins end with these; what a connection token opened has none. */
    public void passwordChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged news) {
        end(
                of(news.user()).and(by(NO_SIGN_IN)),
                SessionProblem.SIGN_IN_ENDED.problem("The password of this person was changed."));
    }

    private static Predicate<LiveSession> of(UserId user) {
        return session -> session.facts().caller().user().equals(user);
    }

    private static Predicate<LiveSession> by(UUID proof) {
        return session -> session.facts().caller().signIn().equals(proof);
    }

    private void end(Predicate<LiveSession> which, ProblemException reason) {
        aside(() -> rechecker.end(live.list().stream().filter(which).toList(), reason));
    }

    private void recheck(Predicate<LiveSession> which) {
        aside(() -> rechecker.recheck(live.list().stream().filter(which).toList(), this::goesOn));
    }

    private void goesOn(LiveSession session) {
        tunnels.recheck(session);
        recheckShares(session);
    }

    /** That there is no answer for one keeps no other from its own. */
    private void recheckShares() {
        aside(() -> live.list().forEach(session -> {
            try {
                recheckShares(session);
            } catch (RuntimeException e) {
                SessionLog.LOG.sharesNotRechecked(session.id(), e);
            }
        }));
    }

    private void recheckShares(LiveSession session) {
        if (session.isShared()) {
            shares.recheck(session.facts().caller(), session.id());
        }
    }

    /** Off the thread of whoever changed something: there may be hundreds of sessions. */
    private void aside(Runnable task) {
        new Work("recheck", contexts).execute(task);
    }
}
