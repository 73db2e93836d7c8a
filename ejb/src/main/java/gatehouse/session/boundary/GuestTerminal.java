package gatehouse.session.boundary;

import gatehouse.connector.spi.Completion;
import gatehouse.session.control.live.Seat;
import gatehouse.session.entity.SessionShare;

/** A guest's place at somebody else's session. */
public final class GuestTerminal {
    private final SessionShare share;
    private final Seat seat;

    GuestTerminal(SessionShare share, Seat seat) {
        this.share = share;
        this.seat = seat;
    }

    public SessionShare share() {
        return share;
    }

    /** Dropped when the invitation is to look only. */
    public void type(byte[] bytes, Completion done) {
        seat.type(bytes, done);
    }

    public void leave() {
        seat.leave();
    }
}
