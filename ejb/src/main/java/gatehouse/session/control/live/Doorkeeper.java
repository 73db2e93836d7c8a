package gatehouse.session.control.live;

import gatehouse.kernel.UserId;
import gatehouse.policy.entity.Action;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.ShareId;
import gatehouse.session.entity.SharingRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends guests away whose time has come (R11.42). */
@ApplicationScoped
public class Doorkeeper {
    private LiveSessions live;

    protected Doorkeeper() {}

    @Inject
    public Doorkeeper(LiveSessions live) {
        this.live = live;
    }

    /** Called every second. */
    public void tick(SharingRules rules, Instant now) {
        for (LiveSession session : live.list()) {
            for (Seat seat : session.seats()) {
                reason(session, seat.guest(), rules, now).ifPresent(seat::remove);
            }
        }
    }

    static Optional<String> reason(LiveSession session, Guest guest, SharingRules rules, Instant now) {
        if (!rules.allowed()) {
            return Optional.of("sharing was switched off");
        }
        if (!now.isBefore(guest.until())) {
            return Optional.of("the invitation has expired");
        }
        if (guest.byOwner() && !session.allows(Action.SHARE, now)) {
            return Optional.of("the permission to share this session has ended");
        }
        return Optional.empty();
    }

    public void remove(SessionId session, ShareId share, String why) {
        removeWhere(session, guest -> guest.share().equals(share), why);
    }

    public void remove(SessionId session, ShareId share, UserId user, String why) {
        removeWhere(
                session,
                guest -> guest.share().equals(share) && guest.caller().user().equals(user),
                why);
    }

    /** Wherever they sit. */
    public void remove(UserId user, String why) {
        live.list().stream()
                .flatMap(session -> session.seats().stream())
                .filter(seat -> seat.guest().caller().user().equals(user))
                .forEach(seat -> seat.remove(why));
    }

    private void removeWhere(SessionId id, Predicate<Guest> fits, String why) {
        live.list().stream()
                .filter(session -> session.id().equals(id))
                .flatMap(session -> session.seats().stream())
                .filter(seat -> fits.test(seat.guest()))
                .forEach(seat -> seat.remove(why));
    }
}
