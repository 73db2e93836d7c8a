package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileOperation.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A program that copies files over the streams of an exec. Examples: {@code scp -r -t /srv} takes files from the client, {@code
 * rsync --server --sender -e.LsfxCIvu . /srv} gives files to it.
 *
 * @param kind WRITE when the client sends, READ when it receives
 * @param path the last argument
 * @param intoDirectory the path is known to be a directory
 * @param removes files may vanish at the target
 */
record CopyCommand(Program program, Kind kind, String path, boolean intoDirectory, boolean removes) {
    enum Program {
        SCP,
        RSYNC
    }

    static Optional<CopyCommand> parse(String command) {
        List<String> words = ShellWords.split(command);
        if (words.size() < 2) {
            return Optional.empty();
        }
        String name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        return switch (name) {
            case "scp" -> scp(words);
            case "rsync" -> rsync(words);
            default -> Optional.empty();
        };
    }

    private static Optional<CopyCommand> scp(List<String> words) {
        boolean to = hasFlag(words, 't');
        boolean from = hasFlag(words, 'f');
        if (to == from) {
            return Optional.empty();
        }
        String path = words.getLast();
        boolean directory = hasFlag(words, 'd') || hasFlag(words, 'r') || path.endsWith("/");
        return Optional.of(new CopyCommand(Program.SCP, to ? Kind.WRITE : Kind.READ, path, directory, false));
    }

    private static Optional<CopyCommand> rsync(List<String> words) {
        if (!words.contains("--server")) {
            return Optional.empty();
        }
        boolean sender = words.contains("--sender");
        boolean removes = words.stream().anyMatch(word -> word.startsWith("--delete") || word.startsWith("--remove-"));
        return Optional.of(
                new CopyCommand(Program.RSYNC, sender ? Kind.READ : Kind.WRITE, words.getLast(), true, removes));
    }

    private static boolean hasFlag(List<String> words, char flag) {
        return words.subList(1, words.size()).stream()
                .takeWhile(word -> word.startsWith("-") && !word.equals("--"))
                .anyMatch(word -> !word.startsWith("--") && word.indexOf(flag) > 0);
    }
}
