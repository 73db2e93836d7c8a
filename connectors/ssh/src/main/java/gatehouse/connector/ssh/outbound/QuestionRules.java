package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.dialogue.PromptPattern;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.ssh.SshDescriptor;
import gatehouse.connector.ssh.SshProblem;
import java.util.Map;

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
record QuestionRules(PromptPattern password, boolean passwordEchoed, PromptPattern username) {
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
    private static final PromptPattern OTHER =
            PromptPattern.of("\\bnew(?:[-_]?|[ \\t]+(?:[\\w()./-]+[ \\t]+){0,3})(?:pass|pin\\b)"
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

    Wanted wanted(String question, boolean echo) {
        if (password.isIn(question)) {
            if (OTHER.isIn(question)) {
                return Wanted.OTHER_PASSWORD;
            }
            return echo && !passwordEchoed ? Wanted.ECHOED_PASSWORD : Wanted.PASSWORD;
        }
        return username.isIn(question) ? Wanted.USERNAME : Wanted.UNKNOWN;
    }

    private static PromptPattern pattern(ProtocolSetting setting, Map<String, String> settings) {
        String text = setting.in(settings);
        try {
            return PromptPattern.of(text);
        } catch (PromptPattern.Unusable unusable) {
            throw SshProblem.PATTERN_INVALID.problem(
                    "the platform's " + setting.key() + " " + unusable.getMessage() + ": " + text, unusable);
        }
    }
}
