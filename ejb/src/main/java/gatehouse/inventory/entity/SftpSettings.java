package gatehouse.inventory.entity;

import java.util.Map;

/**
 * How a platform speaks SFTP.
 *
 * @param home directory where a person starts; {@code ${ACCOUNT}}, {@code ${USER}} and {@code ${HOME}} are replaced; empty is the
 *     account's own home
 */
public record SftpSettings(String home) {
    public static final String HOME = "sftp_home";

    public static SftpSettings from(Map<String, String> settings) {
        return new SftpSettings(settings.getOrDefault(HOME, ""));
    }
}
