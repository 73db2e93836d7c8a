package gatehouse.policy.control;

import gatehouse.policy.control.Engine.Wish;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.Login;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Reason;
import gatehouse.policy.entity.Reason.Code;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.vault.entity.AccountFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words why the engine decided so, and what would have to change. */
final class Reasons {
    private Reasons() {}

    /** What was asked, looked up. */
    record Case(Subject subject, Target target, Login login, Wish wish) {}

    static Reason personExpired(Subject subject) {
        return general(Code.PERSON_EXPIRED, "user " + subject.username() + " has expired");
    }

    static Reason assetInactive(Target target) {
        return general(Code.ASSET_INACTIVE, "asset " + target.asset().name() + " is not active");
    }

    static Reason assetUnknown() {
        return general(Code.ASSET_UNKNOWN, "there is no such asset");
    }

    static Reason notSpoken(Target target, String protocol) {
        return general(Code.PROTOCOL_NOT_SPOKEN, "asset " + target.asset().name() + " does not speak " + protocol);
    }

    static Reason accountUnknown(Target target) {
        return general(
                Code.ACCOUNT_UNKNOWN,
                "there is no such account on asset " + target.asset().name());
    }

    static Reason accountInactive(AccountFacts account) {
        return general(Code.ACCOUNT_INACTIVE, "account " + account.username() + " is not active");
    }

    static Reason notEvaluated() {
        return general(Code.NOT_EVALUATED, "the permissions could not be evaluated; try again later");
    }

    static Reason granted(Grant grant) {
        String end = grant.until().equals(Decision.NEVER) ? "" : " until " + grant.until();
        return new Reason(
                Code.GRANTED,
                Optional.of(grant.permission()),
                "permission " + grant.permissionName() + " allows it" + end);
    }

    static Reason excluded(Permit permit, String username) {
        return about(permit, Code.ACCOUNT_EXCLUDED, "excludes account " + username);
    }

    /** What keeps each permission from allowing it; only that there is none, when there is none. */
    static List<Reason> refusals(Case asked, List<Permit> permits) {
        if (permits.isEmpty()) {
            return List.of(nothingNames(asked.subject()));
        }
        return permits.stream().map(permit -> refusal(asked, permit)).toList();
    }

    static Reason nothingNames(Subject subject) {
        return general(Code.NO_PERMISSION, "no permission names " + subject.username() + " together with this asset");
    }

    private static Reason refusal(Case asked, Permit permit) {
        Login login = asked.login();
        Wish wish = asked.wish();
        PermissionDetails details = permit.details();
        if (!details.active()) {
            return about(permit, Code.PERMISSION_INACTIVE, "is not active");
        }
        if (details.from().isPresent() && wish.at().isBefore(details.from().get())) {
            return about(
                    permit,
                    Code.PERMISSION_NOT_YET,
                    "begins at " + details.from().get());
        }
        if (!wish.at().isBefore(details.end())) {
            return about(permit, Code.PERMISSION_ENDED, "ended at " + details.end());
        }
        if (!details.accounts().gives(login, asked.subject().username())) {
            return about(permit, Code.ACCOUNT_NOT_GRANTED, "does not name account " + login.username());
        }
        if (!details.speaks(wish.protocol())) {
            return about(permit, Code.PROTOCOL_NOT_GRANTED, "does not allow protocol " + wish.protocol());
        }
        if (details.actions().contains(wish.action()) && !Engine.reaches(permit, asked.target(), wish)) {
            return about(
                    permit,
                    Code.DESTINATION_NOT_GRANTED,
                    "does not allow tunnels to " + wish.tunnel().orElseThrow());
        }
        return about(permit, Code.ACTION_NOT_GRANTED, "does not allow " + word(wish.action()));
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static Reason about(Permit permit, Code code, String text) {
        return new Reason(
                code, Optional.of(permit.id()), "permission " + permit.details().name() + " " + text);
    }

    private static Reason general(Code code, String text) {
        return new Reason(code, Optional.empty(), text);
    }
}
