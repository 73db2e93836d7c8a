package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.AccountSwitch;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.inventory.boundary.Platforms;
import gatehouse.inventory.entity.SuMethod;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.boundary.Accounts;
import gatehouse.vault.boundary.Secrets;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signs in as an account, or as the one before it and then switches. */
@ApplicationScoped
class Switching {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern PASSWORD_PROMPT = Pattern.compile("(?i)(password|密码)[^\\n]*:\\s*$");
    private static final Pattern PROMPT = Pattern.compile("[#$>%]\\s*$");

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

    Login login(Caller caller, Admission admission, Optional<Secret> typed, OpenedSecrets opened, String purpose) {
        Optional<AccountId> from = admission.account().flatMap(Account::suFrom);
        if (from.isPresent()) {
            return switched(caller, admission, accounts.require(caller, from.get()), opened, purpose);
        }
        Optional<Account> stored = admission.account().filter(Account::hasSecret);
        List<Credential> proofs = stored.isPresent()
                ? credentials.stored(caller, stored.get(), opened, purpose)
                : typed.map(credentials::password).orElseThrow(Switching::secretWanted);
        return new Login(admission.username(), proofs, Optional.empty());
    }

    private static RuntimeException secretWanted() {
        return SessionProblem.SECRET_WANTED.problem("this account has no stored password: type it in the menu");
    }

    private Login switched(Caller caller, Admission admission, Account first, OpenedSecrets opened, String purpose) {
        SuMethod method =
                platforms.require(caller, admission.asset().platform()).suMethod();
        Account second = admission.account().orElseThrow();
        AccountId asked = asksFirst(method) ? first.id() : second.id();
        Secret password = opened.add(secrets.open(caller, asked, purpose));
        AccountSwitch step =
                new AccountSwitch(command(method, second.username()), PASSWORD_PROMPT, password, PROMPT, PATIENCE);
        return new Login(first.username(), credentials.stored(caller, first, opened, purpose), Optional.of(step));
    }

    private static boolean asksFirst(SuMethod method) {
        return method == SuMethod.SUDO || method == SuMethod.ONLY_SUDO;
    }

    private static String command(SuMethod method, String username) {
        if (!PLAIN.matcher(username).matches()) {
            throw SessionProblem.TARGET_FAILED.problem("this account's name cannot be switched to");
        }
        return switch (method) {
            case NONE -> throw SessionProblem.TARGET_FAILED.problem("this platform cannot switch accounts");
            case SUDO -> "sudo su - " + username;
            case SU -> "su - " + username;
            case ONLY_SUDO -> "sudo -u " + username + " -i";
            case ONLY_SU -> "su " + username;
            case ENABLE -> "enable";
            case SUPER -> "super 15";
            case SUPER_LEVEL -> "super level-15";
        };
    }
}
