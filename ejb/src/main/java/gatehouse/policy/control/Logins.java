package gatehouse.policy.control;

import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.policy.control.Engine.Wish;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Login;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.vault.entity.AccountFacts;
import java.time.Instant;
import java.util.List;

/** Which logins lead a person to an asset at some time. */
final class Logins {
    /** Before anything was typed there is no name that an exclusion could mean. */
    private static final Login TYPED = new Login(new AccountRef.Manual(""), "");

    private final Subject subject;
    private final Instant at;
    private final Login sameName;

    Logins(Subject subject, Instant at) {
        this.subject = subject;
        this.at = at;
        this.sameName = new Login(new AccountRef.SameName(), subject.username());
    }

    boolean anyConnects(Target target, List<Permit> permits) {
        for (ProtocolEndpoint endpoint : target.asset().protocols()) {
            if (connects(target, endpoint.protocol(), permits)) {
                return true;
            }
        }
        return false;
    }

    boolean connects(Target target, String protocol, List<Permit> permits) {
        Wish wish = new Wish(protocol, Action.CONNECT, at);
        for (AccountFacts account : target.accounts()) {
            if (account.active() && Engine.allows(subject, stored(account), wish, permits)) {
                return true;
            }
        }
        return Engine.allows(subject, sameName, wish, permits) || Engine.allows(subject, TYPED, wish, permits);
    }

    private static Login stored(AccountFacts account) {
        return new Login(new AccountRef.Stored(account.id()), account.username());
    }
}
