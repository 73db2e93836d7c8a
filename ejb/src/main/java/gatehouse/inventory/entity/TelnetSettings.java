package gatehouse.inventory.entity;

import java.util.Map;

/**
 * How to sign in over telnet: regular expressions that the end of the output must match, whatever the case.
 *
 * @param usernamePrompt the device asks for the name
 * @param passwordPrompt the device asks for the password
 * @param successPrompt the device has let us in
 */
public record TelnetSettings(String usernamePrompt, String passwordPrompt, String successPrompt) {
    public static final String USERNAME_PROMPT = "username_prompt";
    public static final String PASSWORD_PROMPT = "password_prompt";
    public static final String SUCCESS_PROMPT = "success_prompt";

    public static TelnetSettings from(Map<String, String> settings) {
        return new TelnetSettings(
                settings.getOrDefault(USERNAME_PROMPT, "(?:user\\s?name|login|用户名|账号)\\s*[:：]?\\s*$"),
                settings.getOrDefault(PASSWORD_PROMPT, "(?:pass(?:word|code|phrase)?|密码|口令)\\s*[:：]?\\s*$"),
                settings.getOrDefault(SUCCESS_PROMPT, "(?:[#>$%\\]]\\s*$|last login|success|成功)"));
    }
}
