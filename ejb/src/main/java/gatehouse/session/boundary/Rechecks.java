package gatehouse.session.boundary;

import gatehouse.identity.entity.GroupsChanged;
import gatehouse.identity.entity.UserDisabled;
import gatehouse.inventory.entity.AssetDisabled;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.PermissionChanged;
import gatehouse.session.control.live.Doorkeeper;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.opening.Authoriser;
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

/** Asks policy again about running sessions when something it decides by has changed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rechecks {
    @Inject
    private LiveSessions live;

    @Inject
    private Authoriser authoriser;

    @Inject
    private TunnelDesk tunnels;

    @Inject
    private Doorkeeper doorkeeper;

    @Resource
    private ContextService contexts;

    public void permissionChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PermissionChanged news) {
        recheckAll();
    }

    public void assetDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) AssetDisabled news) {
        recheckAll();
    }

    public void accountDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDisabled news) {
        recheckAll();
    }

    public void groupsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) GroupsChanged news) {
        recheckAll();
    }

    public void userDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserDisabled news) {
        live.list().stream()
                .filter(session -> session.facts().caller().user().equals(news.user()))
                .forEach(session -> session.end(ended("The account of this person was disabled.")));
        doorkeeper.remove(news.user(), "their account was disabled");
    }

    /** Only now: as long as it is not committed, whoever is sent away may come back. */
    public void shareEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) ShareEnded news) {
        news.guest()
                .ifPresentOrElse(
                        guest -> doorkeeper.remove(news.session(), news.share(), guest, news.why()),
                        () -> doorkeeper.remove(news.session(), news.share(), news.why()));
    }

    /** Off the thread of whoever changed something: there may be hundreds of sessions. */
    private void recheckAll() {
        new Work("recheck", contexts).execute(() -> live.list().forEach(this::recheck));
    }

    private void recheck(LiveSession session) {
        Decision decision =
                authoriser.decide(session.facts().caller(), session.facts().request(), Action.CONNECT);
        switch (decision) {
            case Decision.Allow allow -> {
                session.allowed(allow);
                tunnels.recheck(session);
            }
            case Decision.Deny _, Decision.Review _, Decision.Challenge _ ->
                session.end(ended("The permission for this session was taken back."));
        }
    }

    private static ProblemException ended(String why) {
        return SessionProblem.PERMISSION_ENDED.problem(why);
    }
}
