package gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The browser says in Chinese what each code of a problem means. A code whose name stands in several enums for different kinds of
 * problems needs a text for each kind, told apart by the HTTP status: {@code REFUSED} and {@code REFUSED_401}.
 */
class ProblemTextsTest {
    private static final Path TEXTS = Path.of("..", "web-war/src/main/ui/src/shared/i18n/zh-CN/refusals.ts");
    private static final Pattern TEXT = Pattern.compile("(?m)^  ([A-Z][A-Z_]*?)(?:_\\d{3})?: '");
    /** Of one field of a form, under the code and the field. */
    private static final Pattern FIELD_TEXT = Pattern.compile("(?m)^  ([A-Z][A-Z_]*)_[a-z]\\w*: '");

    @Test
    void everyCodeHasItsTextAndEveryTextItsCode() throws IOException {
        Map<String, Long> wanted = new TreeMap<>();
        kinds().forEach((code, kinds) -> wanted.put(code, (long) kinds.size()));
        assertThat(wanted)
                .containsKeys("ASSET_MISSING", "TIMEOUT", "PATH_UNKNOWN", "BUG")
                .containsEntry("REFUSED", 2L);
        assertThat(texts()).containsExactlyInAnyOrderEntriesOf(wanted);
    }

    @Test
    void everyTextOfAFieldHasItsCode() throws IOException {
        Set<String> codes = FIELD_TEXT
                .matcher(Files.readString(TEXTS))
                .results()
                .map(text -> text.group(1))
                .collect(Collectors.toSet());
        assertThat(codes).contains("ASSET_INVALID").isSubsetOf(kinds().keySet());
    }

    /** How many texts there are, by code. */
    private static Map<String, Long> texts() throws IOException {
        return TEXT.matcher(Files.readString(TEXTS))
                .results()
                .collect(Collectors.groupingBy(text -> text.group(1), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Set<Kind>> kinds() throws IOException {
        Map<String, Set<Kind>> kinds = new TreeMap<>();
        // what an unknown failure is called
        kinds.put("BUG", EnumSet.of(Kind.BUG));
        URL[] places =
                ProductClasses.folders().stream().map(ProblemTextsTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(places, ProblemTextsTest.class.getClassLoader())) {
            for (JavaClass found : new ClassFileImporter().importPaths(ProductClasses.folders())) {
                if (found.isEnum() && found.isAssignableTo(ProblemCode.class)) {
                    for (Object constant : loaded(found, loader).getEnumConstants()) {
                        ProblemCode code = (ProblemCode) constant;
                        kinds.computeIfAbsent(code.name(), _ -> EnumSet.noneOf(Kind.class))
                                .add(code.kind());
                    }
                }
            }
        }
        return kinds;
    }

    private static Class<?> loaded(JavaClass found, ClassLoader loader) {
        try {
            return loader.loadClass(found.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
