package gatehouse.web.session;

import gatehouse.session.boundary.Shares;
import gatehouse.session.entity.SessionGuest;
import gatehouse.session.entity.SessionShare;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An invitation to a running session.
 *
 * @param access {@code read} or {@code write}
 * @param endedBy who took it back
 */
public record ShareView(
        UUID id,
        UUID session,
        String access,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        Optional<String> endedBy,
        List<GuestView> guests) {
    /**
     * @param state {@code invited}, {@code here}, {@code left}, {@code removed}
     * @param typedBytes in all, up to when they left last
     */
    public record GuestView(
            UUID user,
            String username,
            String state,
            Optional<Instant> joinedAt,
            Optional<Instant> leftAt,
            long typedBytes) {
        static GuestView from(SessionGuest guest) {
            return new GuestView(
                    guest.user().value(),
                    guest.username(),
                    state(guest),
                    guest.joinedAt(),
                    guest.leftAt(),
                    guest.typedBytes());
        }

        private static String state(SessionGuest guest) {
            if (guest.removed()) {
                return "removed";
            }
            if (guest.joinedAt().isEmpty()) {
                return "invited";
            }
            return guest.leftAt().isPresent() ? "left" : "here";
        }
    }

    static ShareView from(Shares.Listed listed) {
        return from(listed.share(), listed.guests());
    }

    static ShareView from(SessionShare share, List<SessionGuest> guests) {
        return new ShareView(
                share.id().value(),
                share.session().value(),
                share.access().name().toLowerCase(Locale.ROOT),
                share.createdByName(),
                share.createdAt(),
                share.expiresAt(),
                share.endedAt(),
                Optional.of(share.endedByName()).filter(name -> !name.isEmpty()),
                guests.stream().map(GuestView::from).toList());
    }
}
