package gatehouse.session.control.switching;

import gatehouse.kernel.Secret;

/**
 * One step from an account to the next.
 *
 * @param from login name of the account that the shell belongs to before
 * @param to login name of the one after it
 * @param command typed at the shell's prompt
 * @param password asked for by the command; stays its giver's until the conversation copies it
 * @param replacesShell whether the first shell ends with a switch that fails (Unix); a device stays where it was and says so
 */
public record AccountSwitch(String from, String to, String command, Secret password, boolean replacesShell) {
    AccountSwitch withOwnPassword() {
        return new AccountSwitch(from, to, command, password.copy(), replacesShell);
    }
}
