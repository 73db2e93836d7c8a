package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MenuTextTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private final ResourceBundle english = bundle(Locale.ENGLISH);
    private final ResourceBundle chinese = bundle(Locale.CHINESE);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                MenuText.BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void everyTextExistsInBothLanguagesWithTheSameArguments() {
        assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(arguments(chinese.getString(key))).as(key).isEqualTo(arguments(english.getString(key)));
            assertThat(chinese.getString(key).equals(english.getString(key)))
                    .as(key)
                    .isEqualTo("column.id".equals(key));
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
