package gatehouse.session.control.menu;

import java.util.Locale;
import java.util.Optional;

/** What a line typed at the menu means. The keys are those of JumpServer's classic menu. */
sealed interface MenuCommand {
    enum Plain implements MenuCommand {
        NEXT,
        PREVIOUS,
        ALL,
        HOSTS,
        DATABASES,
        KUBERNETES,
        TREE,
        REFRESH,
        LANGUAGE,
        HELP,
        QUIT
    }

    /** @param number as shown, from 1 */
    record Node(int number) implements MenuCommand {}

    /** @param typed also searched for, when there is no row of that number */
    record Row(int number, String typed) implements MenuCommand {}

    /** @param inside in the present result */
    record Search(String text, boolean inside) implements MenuCommand {}

    /** Searches, and connects when only one asset fits. */
    record Find(String text) implements MenuCommand {}

    static MenuCommand parse(String line) {
        String typed = line.strip();
        if (typed.startsWith("//")) {
            return new Search(typed.substring(2).strip(), true);
        }
        if (typed.startsWith("/")) {
            return new Search(typed.substring(1).strip(), false);
        }
        Optional<MenuCommand> number = Numbers.of(typed).map(n -> new Row(n, typed));
        return number.or(() -> node(typed)).orElseGet(() -> word(typed));
    }

    private static Optional<MenuCommand> node(String typed) {
        if (!typed.startsWith("g") && !typed.startsWith("G")) {
            return Optional.empty();
        }
        return Numbers.of(typed.substring(1).strip()).map(Node::new);
    }

    private static MenuCommand word(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "", "n" -> Plain.NEXT;
            case "b" -> Plain.PREVIOUS;
            case "p" -> Plain.ALL;
            case "h" -> Plain.HOSTS;
            case "d" -> Plain.DATABASES;
            case "k" -> Plain.KUBERNETES;
            case "g" -> Plain.TREE;
            case "r" -> Plain.REFRESH;
            case "s" -> Plain.LANGUAGE;
            case "?", "\uff1f" -> Plain.HELP;
            case "q", "quit", "exit" -> Plain.QUIT;
            default -> new Find(typed);
        };
    }
}
