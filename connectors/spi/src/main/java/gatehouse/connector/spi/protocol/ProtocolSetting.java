package gatehouse.connector.spi.protocol;

import gatehouse.connector.spi.dialogue.PromptPattern;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform may say of how its machines speak a protocol. Stored as text.
 *
 * @param key lower case with underscores, for example {@code legacy_algorithms}
 * @param usual holds where the platform says nothing, or a blank
 */
public record ProtocolSetting(String key, Type type, String usual) {
    static final int LONGEST_PATTERN = 300;

    /** What the text must be. */
    public enum Type {
        /** {@code true} or {@code false} */
        FLAG,
        /** {@link PromptPattern}, at most {@value ProtocolSetting#LONGEST_PATTERN} characters */
        PATTERN
    }

    public static ProtocolSetting flag(String key, boolean usual) {
        return new ProtocolSetting(key, Type.FLAG, String.valueOf(usual));
    }

    public static ProtocolSetting pattern(String key, String usual) {
        return new ProtocolSetting(key, Type.PATTERN, usual);
    }

    /** The value that holds for a machine whose platform says {@code given}. */
    public String in(Map<String, String> given) {
        return isIn(given) ? given.get(key) : usual;
    }

    /** Whether the platform says something of its own. */
    public boolean isIn(Map<String, String> given) {
        return !given.getOrDefault(key, "").isBlank();
    }

    /** What is wrong with what is given for this setting, as a sentence for an administrator. */
    Optional<String> complaint(Map<String, String> given) {
        String value = in(given);
        return switch (type) {
            case FLAG ->
                value.toLowerCase(Locale.ROOT).matches("true|false")
                        ? Optional.empty()
                        : Optional.of(key + " must be true or false");
            case PATTERN -> patternComplaint(value);
        };
    }

    private Optional<String> patternComplaint(String value) {
        if (value.length() > LONGEST_PATTERN) {
            return Optional.of(key + " must have at most " + LONGEST_PATTERN + " characters");
        }
        try {
            PromptPattern.of(value);
            return Optional.empty();
        } catch (PromptPattern.Unusable unusable) {
            return Optional.of(key + " " + unusable.getMessage());
        }
    }
}
