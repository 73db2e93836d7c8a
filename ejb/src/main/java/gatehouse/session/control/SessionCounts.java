package gatehouse.session.control;

import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Rows;
import gatehouse.session.entity.CommandRisk;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How much was done in sessions: two queries for a whole page of them. */
@ApplicationScoped
public class SessionCounts {
    @Inject
    private Rows rows;

    /** Of one session. */
    public record Count(long commands, long transfers, CommandRisk risk) {
        public static final Count NOTHING = new Count(0, 0, CommandRisk.NONE);

        private Count withCommands(long more, CommandRisk of) {
            return new Count(commands + more, transfers, of.compareTo(risk) > 0 ? of : risk);
        }

        private Count withTransfers(long number) {
            return new Count(commands, number, risk);
        }
    }

    /** One where nothing was done is left out. */
    public Map<SessionId, Count> of(Scope scope, List<Session> sessions) {
        Map<SessionId, Count> counts = new HashMap<>();
        if (sessions.isEmpty()) {
            return counts;
        }
        List<UUID> ids = sessions.stream().map(session -> session.id().value()).toList();
        for (Object[] row : commands(scope, ids)) {
            counts.merge(
                    new SessionId((UUID) row[0]),
                    Count.NOTHING.withCommands((Long) row[2], (CommandRisk) row[1]),
                    (one, other) -> one.withCommands(other.commands(), other.risk()));
        }
        for (Object[] row : transfers(scope, ids)) {
            SessionId session = new SessionId((UUID) row[0]);
            counts.put(session, counts.getOrDefault(session, Count.NOTHING).withTransfers((Long) row[1]));
        }
        return counts;
    }

    private List<Object[]> commands(Scope scope, List<UUID> ids) {
        return rows.in(scope)
                .query(
                        Object[].class,
                        "select c.session, c.risk, count(c) from Command c where c.organisation = :organisation"
                                + " and c.session in :sessions group by c.session, c.risk")
                .setParameter("sessions", ids)
                .getResultList();
    }

    private List<Object[]> transfers(Scope scope, List<UUID> ids) {
        return rows.in(scope)
                .query(
                        Object[].class,
                        "select t.session, count(t) from Transfer t where t.organisation = :organisation"
                                + " and t.session in :sessions group by t.session")
                .setParameter("sessions", ids)
                .getResultList();
    }
}
