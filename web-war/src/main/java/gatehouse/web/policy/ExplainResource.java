package gatehouse.web.policy;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Why somebody may do something, or may not. Changes nothing. */
@Path("/perms/explain")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExplainResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Decisions decisions;

    @Inject
    private Clock clock;

    /**
     * @param user id; oneself when absent
     * @param asset id
     * @param account an account's id, {@code @USER} or {@code @INPUT}
     * @param username typed with {@code @INPUT}
     * @param protocol the usual one (ssh) when absent
     * @param action CONNECT when absent
     * @param at now when absent
     */
    public record Question(
            Optional<String> user,
            String asset,
            String account,
            Optional<String> username,
            Optional<String> protocol,
            Optional<String> action,
            Optional<Instant> at) {}

    @POST
    public DecisionView explain(Question body) {
        Caller asking = caller.get();
        AccessQuestion question = new AccessQuestion(
                asking,
                AssetId.parse(body.asset()),
                AccountRef.parse(body.account(), body.username().orElse("")),
                body.protocol().orElseGet(KnownProtocols.all().usual()::name),
                body.action()
                        .map(word -> Given.word(Action.class, "action", word))
                        .orElse(Action.CONNECT),
                body.at().orElseGet(clock::instant));
        Optional<UserId> person = Given.member(body.user(), UserId::parse);
        return DecisionView.from(person.map(user -> decisions.explain(asking, user, question))
                .orElseGet(() -> decisions.explain(question)));
    }
}
