package gatehouse.session.control.command;

import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandFilter;
import gatehouse.session.entity.CommandId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands' table. */
@ApplicationScoped
public class CommandRows {
    private static final Listing<Command> LISTING = new Listing<>(
            Command.class,
            List.of("text", "output", "username", "assetName", "accountName"),
            Map.of(
                    "startedAt", "startedAt",
                    "sequence", "sequence",
                    "username", "username",
                    "asset", "assetName",
                    "account", "accountName",
                    "risk", "risk"),
            new PageRequest.Order("startedAt", true));

    @Inject
    private Rows rows;

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    /** Inserts what is new and brings the rest up to date. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void save(List<Command> commands) {
        commands.forEach(entities::merge);
    }

    public Page<Command> page(Scope scope, CommandFilter filter, PageRequest request) {
        return rows.in(scope).page(LISTING, request, criteria(filter));
    }

    public Optional<Command> find(Scope scope, CommandId id) {
        return rows.in(scope).find(Command.class, id.value());
    }

    private static List<Criterion<Command>> criteria(CommandFilter filter) {
        List<Criterion<Command>> criteria = new ArrayList<>();
        filter.session().ifPresent(session -> criteria.add(Criterion.equal("session", session.value())));
        filter.user().ifPresent(user -> criteria.add(Criterion.equal("userId", user.value())));
        filter.asset().ifPresent(asset -> criteria.add(Criterion.equal("asset", asset.value())));
        filter.risk().ifPresent(risk -> criteria.add(Criterion.equal("risk", risk)));
        filter.from()
                .ifPresent(from ->
                        criteria.add((builder, root) -> builder.greaterThanOrEqualTo(root.get("startedAt"), from)));
        filter.until()
                .ifPresent(until -> criteria.add((builder, root) -> builder.lessThan(root.get("startedAt"), until)));
        return criteria;
    }
}
