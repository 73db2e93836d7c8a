package gatehouse.session.boundary;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Work;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.Guest;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.live.Seat;
import gatehouse.session.control.opening.Authoriser;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.SessionWatcher;
import gatehouse.session.entity.ShareId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Where invited people come in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SharedTerminals {
    @Inject
    private ShareBook book;

    @Inject
    private Invitations invitations;

    @Inject
    private LiveSessions live;

    @Inject
    private Authoriser authoriser;

    @Resource
    private ContextService contexts;

    @Inject
    private Clock clock;

    /**
     * Joins with the current screen.
     *
     * @return to be left when the guest goes
     * @throws gatehouse.kernel.ProblemException {@code NOT_SIGNED_IN, SHARE_UNKNOWN, SESSION_UNKNOWN}
     */
    public GuestTerminal join(Caller caller, ShareId id, SessionWatcher watcher) {
        authoriser.requireStanding(caller);
        SessionShare share = book.joined(caller, id);
        Guest guest = new Guest(id, caller, share.access(), share.expiresAt(), share.byOwner());
        Seat seat = seated(caller, share, guest, watcher);
        requireStillWelcome(caller, id, seat);
        return new GuestTerminal(share, seat);
    }

    private Seat seated(Caller caller, SessionShare share, Guest guest, SessionWatcher watcher) {
        ShareId id = share.id();
        try {
            Seat seat = live.require(caller.scope(), share.session()).join(guest, watcher, clock.instant());
            CompletableFuture<Void> _ =
                    seat.left().thenAcceptAsync(typed -> left(caller, id, typed), new Work("guest", contexts));
            return seat;
        } catch (RuntimeException failure) {
            book.left(caller, id, 0);
            throw failure;
        }
    }

    /** Whoever was sent away meanwhile had no seat to be sent away from. */
    private void requireStillWelcome(Caller caller, ShareId id, Seat seat) {
        try {
            invitations.require(caller, id);
            authoriser.requireStanding(caller);
        } catch (RuntimeException refused) {
            seat.remove("the invitation has ended");
            throw refused;
        }
    }

    private void left(Caller caller, ShareId id, long typed) {
        try {
            book.left(caller, id, typed);
        } catch (RuntimeException e) {
            SessionLog.LOG.endNotWritten(e);
        }
    }
}
