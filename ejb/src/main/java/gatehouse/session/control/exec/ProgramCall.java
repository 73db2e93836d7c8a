package gatehouse.session.control.exec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The program that a command line starts, behind what only passes a program on. Example: {@code sudo -n env LANG=C
 * /usr/lib/openssh/sftp-server -e} starts {@code sftp-server} with {@code -e}.
 *
 * @param path as it was called
 * @param environment variables are set for it, among them perhaps where programs are looked for
 * @param globs the shell puts names of files in place of an argument
 */
record ProgramCall(String path, List<String> arguments, boolean globs, boolean environment) {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "fish", "csh", "tcsh");

    private static final String INSTALLED = "/(usr|bin|sbin|lib|lib64|opt|nix|snap)/.*";

    /** Empty when a shell would do more than start one program, or when there is none. */
    static Optional<ProgramCall> parse(String command) {
        ShellWords words = ShellWords.of(command);
        if (!words.isPlain()) {
            return Optional.empty();
        }
        List<String> rest = unwrapped(words.words());
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean environment = !words.words().subList(0, words.words().size() - rest.size()).stream()
                .allMatch(word -> word.matches("[a-z]+|-[a-zA-Z]+"));
        return Optional.of(new ProgramCall(rest.getFirst(), rest.subList(1, rest.size()), words.globs(), environment));
    }

    /** Also behind what starts programs in other ways; for shells only, which need no proof of being one. */
    static Optional<ProgramCall> launched(String command) {
        ShellWords words = ShellWords.of(command);
        List<String> rest = words.isPlain() ? Launchers.behind(words.words()) : List.of();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProgramCall(rest.getFirst(), rest.subList(1, rest.size()), words.globs(), true));
    }

    /** Without its directory. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** It is found where a system keeps its programs, as far as words tell. */
    boolean isInstalled() {
        boolean kept = path.indexOf('/') < 0 || (path.matches(INSTALLED) && !path.contains(".."));
        return kept && !environment;
    }

    private static List<String> unwrapped(List<String> words) {
        List<String> rest = words;
        while (!rest.isEmpty()) {
            int skipped = switch (rest.getFirst()) {
                case "exec", "command", "nohup" -> 1;
                case "env" -> 1 + assignments(rest.subList(1, rest.size()));
                case "sudo" -> 1 + flags(rest.subList(1, rest.size()));
                default -> 0;
            };
            if (skipped == 0) {
                return rest;
            }
            rest = rest.subList(skipped, rest.size());
        }
        return rest;
    }

    private static int assignments(List<String> words) {
        return (int) words.stream()
                .takeWhile(word -> word.matches("[A-Za-z_][A-Za-z0-9_]*=.*"))
                .count();
    }

    /** Only flags without arguments: with any other the program stays {@code sudo}'s first word and is none that is known. */
    private static int flags(List<String> words) {
        return (int)
                words.stream().takeWhile(word -> word.matches("-[nHEi]{1,4}")).count();
    }

    /** A shell whose commands come from its standard input. */
    boolean readsCommands() {
        if (!SHELLS.contains(name())) {
            return false;
        }
        for (String argument : arguments) {
            if (argument.startsWith("-") && !argument.startsWith("--") && argument.indexOf('c') > 0) {
                return false;
            }
            if (argument.equals("-") || (argument.startsWith("-") && argument.indexOf('s') > 0)) {
                return true;
            }
            if (!argument.startsWith("-") && !argument.startsWith("+")) {
                return false;
            }
        }
        return true;
    }
}
