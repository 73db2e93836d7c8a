package gatehouse.connector.telnet.signin;

import gatehouse.connector.spi.dialogue.BoundedSearch;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.connector.telnet.TelnetProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a kind of device asks, as its platform says it: regular expressions that are looked for in what it printed since our last
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
public record Prompts(Pattern username, Pattern password, Pattern success, Pattern failure) {
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

    private static final Pattern WAKE = pattern("press\\s+(?:the\\s+)?(?:return|enter|any key)");

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
        if (finds(password, text)) {
            return Optional.of(Seen.PASSWORD);
        }
        if (finds(username, text)) {
            return Optional.of(Seen.USERNAME);
        }
        if (nameSent && finds(failure, text)) {
            return Optional.of(Seen.FAILURE);
        }
        if (nameSent && finds(success, text)) {
            return Optional.of(Seen.SUCCESS);
        }
        return finds(WAKE, text) ? Optional.of(Seen.WAKE) : Optional.empty();
    }

    /** @param text printed since the password was sent */
    Optional<Seen> afterPassword(String text) {
        if (finds(failure, text)) {
            return Optional.of(Seen.FAILURE);
        }
        if (finds(success, text)) {
            return Optional.of(Seen.SUCCESS);
        }
        return finds(username, text) || finds(password, text) ? Optional.of(Seen.FAILURE) : Optional.empty();
    }

    /** The line that says why not; the last one when none does. */
    String reason(String text, String otherwise) {
        return text.lines()
                .filter(line -> finds(failure, line))
                .findFirst()
                .map(String::strip)
                .orElse(otherwise);
    }

    private static boolean finds(Pattern pattern, String text) {
        try {
            return BoundedSearch.finds(pattern, text);
        } catch (BoundedSearch.Exceeded tooMuch) {
            throw TelnetProblem.PROMPT_INVALID.problem(
                    "a prompt of the platform takes too long to look for in what the target printed; write it in a simpler way: "
                            + pattern.pattern(),
                    tooMuch);
        }
    }

    private static Pattern setting(Map<String, String> settings, ProtocolSetting prompt) {
        try {
            return pattern(prompt.in(settings));
        } catch (PatternSyntaxException unreadable) {
            throw TelnetProblem.PROMPT_INVALID.problem(
                    "the platform's " + prompt.key() + " is not a regular expression: " + unreadable.getDescription(),
                    unreadable);
        }
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
