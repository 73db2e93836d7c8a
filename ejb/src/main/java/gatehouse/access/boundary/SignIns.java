package gatehouse.access.boundary;

import gatehouse.access.control.LastUse;
import gatehouse.access.control.SignInLife;
import gatehouse.access.control.SignInRows;
import gatehouse.access.entity.AccessRight;
import gatehouse.access.entity.SignInEnded;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRecord;
import gatehouse.access.entity.SignInRules;
import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.TokenRevoked;
import gatehouse.identity.entity.UserDisabled;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sign-ins as rows: opened by {@link SignIn}, listed and ended by people. */
@Stateless
public class SignIns {
    @Inject
    private SignInRows rows;

    @Inject
    private Factors factors;

    @Inject
    private LastUse lastUse;

    @Inject
    private SignInLife life;

    @Inject
    private Event<SignInEnded> ended;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Only for {@link SignIn}: these factors were shown and are enough. */
    public SignInId open(Candidate who, SignInOrigin origin, Set<FactorKind> factors) {
        Instant now = clock.instant();
        Optional<Instant> endsAt = "web".equals(origin.channel())
                ? Optional.of(now.plus(settings.get(SignInRules.class).longest()))
                : Optional.empty();
        SignInRecord row = new SignInRecord(SignInId.next(), who, origin, now, endsAt, node());
        rows.add(row);
        var actor = new AuditEvent.Actor(
                who.organisation(),
                who.user().value(),
                who.username(),
                origin.address(),
                origin.channel(),
                row.id().value());
        audit.record(AuditEvent.of("sign-in.succeeded", actor)
                .with("client", AuditField.open(origin.client()))
                .with("factors", AuditField.open(factors)));
        return row.id();
    }

    /**
     * Only for {@link SignIn}, once the sign-in is there for others to see: ends it when the password that was proved is another one by
     * now, as whoever changed it would have ended it.
     *
     * @return whether it goes on
     */
    public boolean stands(SignInId id, Candidate who) {
        if (factors.isUnchanged(who)) {
            return true;
        }
        rows.find(id).ifPresent(row -> end(row, "password changed"));
        return false;
    }

    /** Sign-ins of the caller that are good for something. */
    public List<SignInRecord> listOwn(Caller caller) {
        Instant now = clock.instant();
        return rows.listOpen(caller.user()).stream()
                .filter(row -> !life.isOver(row, now))
                .toList();
    }

    public Page<SignInRecord> list(Caller caller, PageRequest request, boolean openOnly) {
        caller.require(AccessRight.SIGN_IN_VIEW);
        return rows.page(caller.scope(), request, openOnly);
    }

    /** One's own, or anybody's with the right to. */
    public void end(Caller caller, SignInId id) {
        SignInRecord row = rows.require(caller.scope(), id);
        boolean own = row.user().equals(caller.user());
        if (!own) {
            caller.require(AccessRight.SIGN_IN_END);
        }
        end(row, own ? "signed out" : "ended by " + caller.username());
        audit.record(AuditEvent.of("sign-in.ended", caller).with("sign-in", AuditField.open(id)));
    }

    /** All of the caller's own, but the one in which this is asked. */
    public void endOthers(Caller caller) {
        rows.listOpen(caller.user()).stream()
                .filter(row -> !row.id().value().equals(caller.signIn()))
                .forEach(row -> end(row, "signed out"));
        audit.record(AuditEvent.of("sign-in.others-ended", caller));
    }

    /** The connection that carried it is gone. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void connectionClosed(SignInId id) {
        rows.find(id).ifPresent(row -> row.end(clock.instant(), "connection closed"));
    }

    /** A token stands for a sign-in: what it opened ends as well. */
    public void tokenRevoked(@Observes TokenRevoked news) {
        ended.fire(new SignInEnded(news.token().value(), news.user(), told("token revoked")));
    }

    public void disabled(@Observes UserDisabled news) {
        rows.listOpen(news.user()).forEach(row -> end(row, "user disabled"));
    }

    public void passwordChanged(@Observes PasswordChanged news) {
        rows.listOpen(news.user()).stream()
                .filter(row -> !row.id().value().equals(news.by()))
                .forEach(row -> end(row, "password changed"));
    }

    private void end(SignInRecord row, String reason) {
        row.end(clock.instant(), reason);
        lastUse.forget(row.id().value());
        ended.fire(new SignInEnded(row.id().value(), row.user(), told(reason)));
    }

    private static String told(String reason) {
        return "The sign-in has ended (" + reason + ").";
    }

    static String node() {
        return System.getProperty("jboss.node.name", "");
    }
}
