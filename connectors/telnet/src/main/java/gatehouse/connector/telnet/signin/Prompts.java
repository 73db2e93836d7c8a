package gatehouse.connector.telnet.signin;

import gatehouse.connector.spi.dialogue.PromptPattern;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.telnet.TelnetProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of device asks, as its platform says it: patterns that are looked for in what it printed since our last
 * answer, whatever the case. {@code $} is the end of that.
 *
 * <p>The password pattern wants a colon: the password goes to whoever prints a line that looks like it, and would be shown if that
 * were a banner.
 *
 * @param username the device asks for the name
 * @param password the device asks for the password
 * @param success the device has let us in; looked for once a name or a password was sent
 * @param failure the device has refused us
 */
public record Prompts(PromptPattern username, PromptPattern password, PromptPattern success, PromptPattern failure) {
    private static final ProtocolSetting USERNAME =
            ProtocolSetting.pattern("username_prompt", "(?:user\\s?name|login|user|用户名|账号)\\s*[:：]\\s*$");
    private static final ProtocolSetting PASSWORD =
            ProtocolSetting.pattern("password_prompt", "(?:pass(?:word|code|phrase)?|密码|口令)[^\\n]{0,40}[:：]\\s*$");
    private static final ProtocolSetting SUCCESS =
            ProtocolSetting.pattern("success_prompt", "(?:[#>$%\\]]\\s*$|last login|success|成功)");
    private static final ProtocolSetting FAILURE = ProtocolSetting.pattern(
            "failure_prompt",
            "(?:incorrect|invalid|fail(?:ed|ure)|denied|bad (?:password|secret)|unsuccessful|locked|错误|失败|拒绝)");

    public static final List<ProtocolSetting> SETTINGS = List.of(USERNAME, PASSWORD, SUCCESS, FAILURE);

    /** What was seen. */
    enum Seen {
        WAKE,
        USERNAME,
        PASSWORD,
        SUCCESS,
        FAILURE
    }

    private static final PromptPattern WAKE = PromptPattern.of("press\\s+(?:the\\s+)?(?:return|enter|any key)");

    /** @throws gatehouse.kernel.ProblemException {@code PROMPT_INVALID} */
    static Prompts from(Map<String, String> settings) {
        return new Prompts(
                setting(settings, USERNAME),
                setting(settings, PASSWORD),
                setting(settings, SUCCESS),
                setting(settings, FAILURE));
    }

    /** @param text printed since the connection was there, or since the name was sent */
    Optional<Seen> beforePassword(String text, boolean nameSent) {
        if (password.isIn(text)) {
            return Optional.of(Seen.PASSWORD);
        }
        if (username.isIn(text)) {
            return Optional.of(Seen.USERNAME);
        }
        if (nameSent && failure.isIn(text)) {
            return Optional.of(Seen.FAILURE);
        }
        if (nameSent && success.isIn(text)) {
            return Optional.of(Seen.SUCCESS);
        }
        return WAKE.isIn(text) ? Optional.of(Seen.WAKE) : Optional.empty();
    }

    /** @param text printed since the password was sent */
    Optional<Seen> afterPassword(String text) {
        if (failure.isIn(text)) {
            return Optional.of(Seen.FAILURE);
        }
        if (success.isIn(text)) {
            return Optional.of(Seen.SUCCESS);
        }
        return username.isIn(text) || password.isIn(text) ? Optional.of(Seen.FAILURE) : Optional.empty();
    }

    /** The line that says why not; the last one when none does. */
    String reason(String text, String otherwise) {
        return text.lines()
                .filter(line -> failure.isIn(line))
                .findFirst()
                .map(String::strip)
                .orElse(otherwise);
    }

    private static PromptPattern setting(Map<String, String> settings, ProtocolSetting prompt) {
        String text = prompt.in(settings);
        try {
            return PromptPattern.of(text);
        } catch (PromptPattern.Unusable unusable) {
            throw TelnetProblem.PROMPT_INVALID.problem(
                    "the platform's " + prompt.key() + " " + unusable.getMessage() + ": " + text, unusable);
        }
    }
}
