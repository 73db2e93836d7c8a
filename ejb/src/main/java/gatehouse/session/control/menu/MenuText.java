package gatehouse.session.control.menu;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The menu's texts in one language. Arguments come in already visible ({@link Visible}) or are the menu's own. */
final class MenuText {
    static final String BUNDLE = "gatehouse.session.menu";
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final Locale locale;
    private final ResourceBundle bundle;

    private MenuText(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                MenuText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chinese for any {@code zh}, English otherwise. */
    static MenuText in(Locale wanted) {
        return new MenuText("zh".equals(wanted.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH);
    }

    MenuText next() {
        int index = LANGUAGES.indexOf(locale);
        return new MenuText(LANGUAGES.get((index + 1) % LANGUAGES.size()));
    }

    /** {@code {0}}, {@code {1}} … are replaced; there is no quoting. */
    String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        for (int i = arguments.length - 1; i >= 0; i--) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
