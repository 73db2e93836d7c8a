package gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console says in words what an event of the audit log tells: every type and every detail has a label in each language. */
class EventTextsTest {
    private static final Path CODE = Path.of("..", "ejb/src/main/java");
    private static final Path TEXTS = Path.of("..", "web-war/src/main/ui/src/shared/i18n");

    /** {@code with("asset", AuditField.open(…))} and {@code about("session", …)}, also over lines. */
    private static final Pattern DETAIL = Pattern.compile("(?<!FieldChecks)\\.(?:with|about)\\(\\s*\"([^\"]+)\"");
    /** A type as it is written to the log: nouns, a dot, what happened. */
    private static final Pattern TYPE =
            Pattern.compile("(?:AuditEvent\\.of|event|told|record|tell)\\(\\s*(?:\\w+ \\? )?\"([a-z-]+\\.[a-z-]+)\"");

    private static final Pattern KEY = Pattern.compile("(?m)^    '?([\\w.-]+)'?: '");

    @Test
    void detailsAndTypesAreFound() throws IOException {
        assertThat(found(DETAIL)).hasSizeGreaterThan(70).contains("asset", "networks", "session", "input-bytes");
        assertThat(found(TYPE)).hasSizeGreaterThan(50).contains("session.opened", "user.created", "sign-in.barred");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyDetailAndEveryTypeHasItsWords(String language) throws IOException {
        String texts = Files.readString(TEXTS.resolve(language).resolve("audit.ts"));
        assertThat(keys(texts, "fields")).containsExactlyInAnyOrderElementsOf(found(DETAIL));
        assertThat(keys(texts, "events")).containsAll(found(TYPE));
    }

    private static Set<String> keys(String texts, String part) {
        String from = texts.substring(texts.indexOf("  " + part + ": {"));
        return KEY.matcher(from.substring(0, from.indexOf("\n  },")))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                if (code.contains("Audit")) {
                    pattern.matcher(code).results().forEach(match -> found.add(match.group(1)));
                }
            }
        }
        return found;
    }
}
