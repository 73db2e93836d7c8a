package gatehouse.session.control.exec;

import gatehouse.connector.spi.files.FileOperation.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A program that carries files over the streams of an exec. Examples: {@code scp -r -t /srv} takes files from the client, {@code
 * rsync --server --sender -e.LsfxCIvu . /srv} and {@code git-upload-pack '/srv/code.git'} give files to it.
 *
 * @param kind WRITE when the client sends, READ when it receives, UPDATE when it may do both
 * @param path the last argument
 * @param intoDirectory the path is known to be a directory
 * @param removes files may vanish at the target
 */
public record CopyCommand(Program program, Kind kind, String path, boolean intoDirectory, boolean removes) {
    /** What is known to carry files. */
    public enum Program {
        SCP,
        RSYNC,
        GIT,
        /** The server of the SFTP subsystem, started by its name. */
        SFTP
    }

    private static final String SCP_FLAGS = "-[46BCpqrvdtf]{1,13}";
    /** Of rsync's combined flags these take the rest of the word as their argument. */
    private static final String RSYNC_FLAGS_WITH_ARGUMENT = "eBTfM@";

    /** Empty for everything that is none of these programs, or not in a form that leaves no doubt. */
    public static Optional<CopyCommand> parse(String command) {
        return ProgramCall.parse(command).flatMap(CopyCommand::of);
    }

    private static Optional<CopyCommand> of(ProgramCall call) {
        return switch (call.name()) {
            case "scp" -> scp(call);
            case "rsync" -> rsync(call);
            case "git-upload-pack", "git-upload-archive", "git-receive-pack" ->
                git(call.name().substring("git-".length()), call.arguments());
            case "git" -> gitSubcommand(call.arguments());
            case "sftp-server" -> Optional.of(new CopyCommand(Program.SFTP, Kind.UPDATE, "", false, true));
            default -> Optional.empty();
        };
    }

    private static Optional<CopyCommand> scp(ProgramCall call) {
        List<String> words = call.arguments();
        List<String> flags =
                words.stream().takeWhile(word -> word.matches(SCP_FLAGS)).toList();
        boolean dashes = words.size() > flags.size() && words.get(flags.size()).equals("--");
        List<String> paths = words.subList(flags.size() + (dashes ? 1 : 0), words.size());
        boolean to = hasFlag(flags, 't');
        boolean from = hasFlag(flags, 'f');
        boolean hidden = call.globs() && to;
        if (to == from
                || hidden
                || paths.isEmpty()
                || (!dashes && paths.getFirst().startsWith("-"))) {
            return Optional.empty();
        }
        String path = paths.getLast();
        boolean directory = hasFlag(flags, 'd') || hasFlag(flags, 'r') || path.endsWith("/");
        return Optional.of(new CopyCommand(Program.SCP, to ? Kind.WRITE : Kind.READ, path, directory, false));
    }

    private static boolean hasFlag(List<String> flags, char flag) {
        return flags.stream().anyMatch(word -> word.indexOf(flag) > 0);
    }

    /** Clients say {@code --server} first and {@code --sender} second. Anywhere else these words may be arguments of other options. */
    private static Optional<CopyCommand> rsync(ProgramCall call) {
        List<String> words = call.arguments();
        if (!words.contains("--server")) {
            return Optional.empty();
        }
        boolean sender = words.size() > 1 && words.get(1).equals("--sender");
        boolean clear = words.getFirst().equals("--server")
                && (sender || (!words.contains("--sender") && !call.globs()))
                && words.stream().noneMatch(CopyCommand::hidesArguments);
        if (!clear) {
            return Optional.of(new CopyCommand(Program.RSYNC, Kind.UPDATE, words.getLast(), true, true));
        }
        boolean removes = words.stream()
                .anyMatch(word -> word.startsWith("--del") || word.startsWith("--remove-") || word.equals("--force"));
        return Optional.of(
                new CopyCommand(Program.RSYNC, sender ? Kind.READ : Kind.WRITE, words.getLast(), true, removes));
    }

    /** Further options come over the stream, or the client chooses there what it wants. */
    private static boolean hidesArguments(String word) {
        if (word.startsWith("--")) {
            return word.equals("--daemon") || word.endsWith("-args") || word.startsWith("--config");
        }
        return word.startsWith("-")
                && word.chars()
                        .takeWhile(flag -> RSYNC_FLAGS_WITH_ARGUMENT.indexOf(flag) < 0)
                        .anyMatch(flag -> flag == 's');
    }

    private static Optional<CopyCommand> gitSubcommand(List<String> words) {
        return words.isEmpty() ? Optional.empty() : git(words.getFirst(), words.subList(1, words.size()));
    }

    private static Optional<CopyCommand> git(String subcommand, List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return switch (subcommand) {
            case "upload-pack", "upload-archive" ->
                Optional.of(new CopyCommand(Program.GIT, Kind.READ, arguments.getLast(), true, false));
            case "receive-pack" ->
                Optional.of(new CopyCommand(Program.GIT, Kind.WRITE, arguments.getLast(), true, false));
            default -> Optional.empty();
        };
    }
}
