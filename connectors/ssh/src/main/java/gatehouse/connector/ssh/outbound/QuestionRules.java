package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.dialogue.BoundedSearch;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.ssh.SshDescriptor;
import gatehouse.connector.ssh.SshProblem;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a target asks for, as its platform says it: patterns that are looked for in each question, whatever the case.
 *
 * <p>A server has an answer echoed that is no secret. So the password is not sent where it would be, unless the platform has a pattern
 * of its own for it: then an administrator has said that this kind of machine asks for it so.
 *
 * <p>No pattern of a platform makes the account's password the answer to a question for another one: a new password, which would then
 * be the old one, or one that is used once.
 *
 * @param password asks for the password, and never gets anything else
 * @param passwordEchoed whether the password also answers questions whose answer is echoed
 * @param username asks for the user name, when it does not ask for the password
 */
record QuestionRules(Pattern password, boolean passwordEchoed, Pattern username) {
    /** What a question asks for. */
    enum Wanted {
        PASSWORD,
        /** The password, where it would be shown. */
        ECHOED_PASSWORD,
        /** A new password, or one that is used once. */
        OTHER_PASSWORD,
        USERNAME,
        UNKNOWN
    }

    /** Examples: {@code Enter new UNIX password:}, {@code One-time (OATH) passcode:}, {@code 新的 密码：}. */
    private static final Pattern OTHER = compiled("\\bnew(?:[-_]?|[ \\t]+(?:[\\w()./-]+[ \\t]+){0,3})(?:pass|pin\\b)"
            + "|\\bone[-\\s]?time\\b|\\b(?:otp|oath)\\s+(?:[\\w()./-]+\\s+){0,3}(?:pass|pin\\b)"
            + "|新的?\\s*(?:(?:[a-z]+|登录|登陆|用户|账号|帐号|账户|帐户|系统)\\s*)?(?:密码|口令)"
            + "|一次性|动态");

    /** @throws gatehouse.kernel.ProblemException {@code PATTERN_INVALID} */
    static QuestionRules from(Map<String, String> settings) {
        return new QuestionRules(
                pattern(SshDescriptor.PASSWORD_QUESTION, settings),
                SshDescriptor.PASSWORD_QUESTION.isIn(settings),
                pattern(SshDescriptor.USERNAME_QUESTION, settings));
    }

    /** @throws gatehouse.kernel.ProblemException {@code PATTERN_INVALID} when a pattern takes too long */
    Wanted wanted(String question, boolean echo) {
        if (finds(SshDescriptor.PASSWORD_QUESTION, password, question)) {
            if (OTHER.matcher(question).find()) {
                return Wanted.OTHER_PASSWORD;
            }
            return echo && !passwordEchoed ? Wanted.ECHOED_PASSWORD : Wanted.PASSWORD;
        }
        return finds(SshDescriptor.USERNAME_QUESTION, username, question) ? Wanted.USERNAME : Wanted.UNKNOWN;
    }

    private static boolean finds(ProtocolSetting setting, Pattern pattern, String question) {
        try {
            return BoundedSearch.finds(pattern, question);
        } catch (BoundedSearch.Exceeded tooMuch) {
            throw SshProblem.PATTERN_INVALID.problem(
                    "the platform's " + setting.key()
                            + " takes too long to look for in what the target asks; write it in a simpler way: "
                            + pattern.pattern(),
                    tooMuch);
        }
    }

    private static Pattern pattern(ProtocolSetting setting, Map<String, String> settings) {
        try {
            return compiled(setting.in(settings));
        } catch (PatternSyntaxException unreadable) {
            throw SshProblem.PATTERN_INVALID.problem(
                    "the platform's " + setting.key() + " is not a regular expression: " + unreadable.getDescription(),
                    unreadable);
        }
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
