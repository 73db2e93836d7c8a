package gatehouse.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Programs that {@code verify/targets/peers.sh} unpacks. */
final class Peers {
    private Peers() {}

    /** Where they are; with {@code packages} these in place of the usual ones. */
    static Path tree(String... packages) {
        List<String> command = new java.util.ArrayList<>(List.of(RunningGatehouse.ROOT + "/verify/targets/peers.sh"));
        command.addAll(List.of(packages));
        Program.Result found = Program.of(command).atMost(FilesEstate.PATIENCE).run();
        if (found.code() != 0) {
            throw new IllegalStateException("no peers: " + found);
        }
        return Path.of(found.out().strip());
    }

    static String program(String name) {
        return tree().resolve("usr/bin").resolve(name).toString();
    }

    /** Lets an unpacked program find the libraries that were unpacked with it. */
    static Program withLibraries(Program program) {
        Path tree = tree();
        String path = List.of("usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu").stream()
                .map(tree::resolve)
                .filter(Files::isDirectory)
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        return program.with("LD_LIBRARY_PATH", path);
    }
}
