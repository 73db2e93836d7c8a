package gatehouse.policy.boundary;

import gatehouse.identity.boundary.Groups;
import gatehouse.identity.boundary.Users;
import gatehouse.identity.entity.User;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.UserId;
import gatehouse.policy.control.AccountAnswers;
import gatehouse.policy.control.Answers;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.PolicyProblem;
import gatehouse.policy.entity.PolicyRight;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.ReachableNode;
import gatehouse.policy.entity.Subject;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one decision point. Every path to an asset asks here. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Decisions {
    @Inject
    private EstateFeed feed;

    @Inject
    private Groups groups;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    /** Never throws for a policy reason: what cannot be evaluated is {@code Deny}. */
    public Decision decide(AccessQuestion question) {
        return answers(question.caller()).decide(question);
    }

    /** What the caller may connect to; searches name, address, comment and labels, sorts by {@code name}, {@code address}. */
    public Page<ReachableAsset> reachable(Caller caller, ReachFilter filter, PageRequest request) {
        return answers(caller).page(filter, request);
    }

    /** All of {@link #reachable} whose name or address is exactly {@code text}, whatever the case; by name. */
    public List<ReachableAsset> reachableCalled(Caller caller, String text) {
        return answers(caller).called(text);
    }

    /** One asset of {@link #reachable}; empty when the caller may not connect to it. */
    public Optional<ReachableAsset> find(Caller caller, AssetId asset) {
        return answers(caller).find(asset);
    }

    /** Accounts that the caller may connect with by {@code protocol}, by name; {@code @USER} and {@code @INPUT} last. */
    public List<ReachableAccount> accounts(Caller caller, AssetId asset, String protocol) {
        return AccountAnswers.of(feed.current(caller), subject(caller), asset, protocol, clock.instant());
    }

    /** All nodes that hold something reachable, each before what is below it. */
    public List<ReachableNode> tree(Caller caller) {
        return answers(caller).tree(Node.rootOf(caller.organisation()));
    }

    /** Children of a node that hold something reachable; without node, the root. */
    public List<ReachableNode> children(Caller caller, Optional<NodeId> parent) {
        Answers answers = answers(caller);
        return parent.map(answers::children)
                .orElseGet(() -> answers.node(Node.rootOf(caller.organisation())).stream()
                        .toList());
    }

    /** Changes whenever an answer may be another one, but for people and the clock. */
    public PolicyVersion version(Caller caller) {
        return feed.version(caller);
    }

    private Answers answers(Caller caller) {
        return new Answers(feed.current(caller), subject(caller), clock.instant());
    }

    /** For administrators: the same answer as {@link #decide}, about somebody else. */
    public Decision explain(Caller caller, UserId user, AccessQuestion question) {
        caller.require(PolicyRight.DECISION_EXPLAIN);
        User person = users.find(caller, user)
                .orElseThrow(() -> PolicyProblem.PERSON_MISSING.problem("there is no such user"));
        Subject subject = subject(caller, person);
        return new Answers(feed.current(caller), subject, clock.instant()).decide(question);
    }

    /** The answer about oneself, for showing. Whoever reaches an asset in no way learns nothing about it. */
    public Decision explain(AccessQuestion question) {
        Caller caller = question.caller();
        Answers answers = answers(caller);
        return caller.may(PolicyRight.DECISION_EXPLAIN) ? answers.decide(question) : answers.told(question);
    }

    private Subject subject(Caller caller) {
        return users.find(caller, caller.user())
                .map(person -> subject(caller, person))
                .orElseGet(() -> new Subject(caller.user(), caller.username(), Set.of(), clock.instant()));
    }

    private Subject subject(Caller caller, User person) {
        return new Subject(
                person.id(),
                person.username(),
                groups.of(caller, person.id()),
                person.expiresAt().orElse(Decision.NEVER));
    }
}
