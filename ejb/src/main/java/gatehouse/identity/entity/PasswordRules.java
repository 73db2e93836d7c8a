package gatehouse.identity.entity;

import gatehouse.setting.entity.Setting;
import gatehouse.setting.entity.SettingProblem;

/**
 * What a password must be (NIST SP 800-63B section 3.1.1: length and a block list, no composition rules).
 *
 * @param minimumLength in characters, 8 to 64
 */
@Setting("password-rules")
public record PasswordRules(int minimumLength) {
    public PasswordRules {
        if (minimumLength < 8 || minimumLength > 64) {
            throw SettingProblem.SETTING_INVALID.at("minimumLength", "minimumLength is 8 to 64");
        }
    }

    public PasswordRules() {
        this(12);
    }
}
