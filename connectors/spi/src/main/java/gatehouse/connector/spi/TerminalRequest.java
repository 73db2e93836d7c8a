package gatehouse.connector.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to run at the target's end of a terminal.
 *
 * @param command the command of an exec, the name of a subsystem, empty for a shell
 * @param pty present when the client asked for one; an exec may have one, too
 * @param environment variables that the client sent and the allow-list let through
 */
public record TerminalRequest(Kind kind, String command, Optional<Pty> pty, Map<String, String> environment) {
    public enum Kind {
        SHELL,
        EXEC,
        SUBSYSTEM
    }

    public TerminalRequest {
        environment = Map.copyOf(environment);
    }

    public static TerminalRequest shell(Pty pty) {
        return new TerminalRequest(Kind.SHELL, "", Optional.of(pty), Map.of());
    }

    /** Without the variables that say in which language and characters programs speak. */
    public TerminalRequest withoutLocale() {
        Map<String, String> kept = new HashMap<>(environment);
        kept.keySet().removeIf(name -> name.startsWith("LANG") || name.startsWith("LC_"));
        return new TerminalRequest(kind, command, pty, kept);
    }

    public static TerminalRequest exec(String command) {
        return new TerminalRequest(Kind.EXEC, command, Optional.empty(), Map.of());
    }
}
