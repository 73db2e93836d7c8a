package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.inventory.boundary.Platforms;
import gatehouse.inventory.entity.SuMethod;
import gatehouse.kernel.Secret;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.switching.AccountSwitch;
import gatehouse.session.control.switching.SwitchedConnection;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.boundary.Accounts;
import gatehouse.vault.boundary.Secrets;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signs in as an account, or as the one before it and then switches. */
@ApplicationScoped
class Switching {

    /** Names that may stand in a command unquoted. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]*");

    @Inject
    private Accounts accounts;

    @Inject
    private Platforms platforms;

    @Inject
    private Secrets secrets;

    @Inject
    private CredentialDesk credentials;

    /** @throws gatehouse.kernel.ProblemException {@code SECRET_WANTED}, {@code SWITCH_NEEDS_TERMINAL}, or of the vault */
    Login login(LiveFacts facts, Admission admission, OpenedSecrets opened) {
        Optional<AccountId> from = admission.account().flatMap(Account::suFrom);
        if (from.isPresent()) {
            return switched(facts, admission, opened);
        }
        Optional<Account> stored = admission.account().filter(Account::hasSecret);
        Optional<Secret> typed = facts.request().typedSecret();
        List<Credential> proofs = stored.isPresent()
                ? credentials.stored(facts.caller(), stored.get(), opened, purpose(facts))
                : typed.map(credentials::password).orElseThrow(Switching::secretWanted);
        return new Login(admission.username(), proofs, List.of());
    }

    static String purpose(LiveFacts facts) {
        return "session " + facts.id();
    }

    private static RuntimeException secretWanted() {
        return SessionProblem.SECRET_WANTED.problem("this account has no stored password: type it in the menu");
    }

    /** The vault keeps the accounts of a chain free of rings (R7.3). */
    private Login switched(LiveFacts facts, Admission admission, OpenedSecrets opened) {
        if (!SwitchedConnection.allows(facts.request().terminal())) {
            throw SwitchedConnection.terminalWanted();
        }
        SuMethod method =
                platforms.require(facts.caller(), admission.asset().platform()).suMethod();
        Deque<AccountSwitch> steps = new ArrayDeque<>();
        Account account = admission.account().orElseThrow();
        while (account.suFrom().isPresent()) {
            Account before = accounts.require(facts.caller(), account.suFrom().get());
            Secret password = password(facts, asksFirst(method) ? before : account, opened);
            steps.addFirst(new AccountSwitch(
                    before.username(),
                    account.username(),
                    command(method, account.username()),
                    password,
                    isUnix(method)));
            account = before;
        }
        List<Credential> proofs = credentials.stored(facts.caller(), account, opened, purpose(facts));
        return new Login(account.username(), proofs, List.copyOf(steps));
    }

    /** A typed password is the one of the account that was chosen: it is never asked for by a method that asks for the first's. */
    private Secret password(LiveFacts facts, Account asked, OpenedSecrets opened) {
        Optional<Secret> typed = facts.request().typedSecret();
        return asked.hasSecret() || typed.isEmpty()
                ? opened.add(secrets.open(facts.caller(), asked.id(), purpose(facts)))
                : typed.get();
    }

    private static boolean asksFirst(SuMethod method) {
        return method == SuMethod.SUDO || method == SuMethod.ONLY_SUDO;
    }

    private static String command(SuMethod method, String username) {
        if (!PLAIN.matcher(username).matches()) {
            throw SessionProblem.SWITCH_FAILED.problem("this account's name cannot be switched to");
        }
        return switch (method) {
            case NONE ->
                throw SessionProblem.SWITCH_FAILED.problem(
                        "the asset's platform does not say how to switch accounts; an administrator can set it there");
            case SUDO -> "exec sudo su - " + username;
            case SU -> "exec su - " + username;
            case ONLY_SUDO -> "exec sudo -u " + username + " -i";
            case ONLY_SU -> "exec su " + username;
            case ENABLE -> "enable";
            case SUPER -> "super 15";
            case SUPER_LEVEL -> "super level-15";
        };
    }

    /** On Unix the switch takes the place of the first account's shell (R11.62). */
    private static boolean isUnix(SuMethod method) {
        return switch (method) {
            case SUDO, SU, ONLY_SUDO, ONLY_SU -> true;
            case NONE, ENABLE, SUPER, SUPER_LEVEL -> false;
        };
    }
}
