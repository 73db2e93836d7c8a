package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.ssh.wire.TerminalModes;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;

/** Parsers of what clients ask of a session channel (RFC 4254 section 6). They throw on short input; MINA then ends the session. */
final class ChannelRequests {
    /** Longest terminal type, variable name or value, command; far above what clients send. */
    static final int LONGEST_NAME = 256;

    static final int LONGEST_VALUE = 16 * 1024;

    /** As OpenSSH's usual AcceptEnv, and what git and common programs look at. Nothing that changes how programs are loaded. */
    private static final Set<String> ALLOWED_VARIABLES =
            Set.of("LANG", "LANGUAGE", "TZ", "COLORTERM", "NO_COLOR", "GIT_PROTOCOL");

    private ChannelRequests() {}

    static Pty pty(Buffer request) {
        String term = request.getString();
        WindowSize size = windowSize(request);
        byte[] modes = request.getBytes();
        return new Pty(isShort(term) ? term : "dumb", size, TerminalModes.parse(modes));
    }

    static WindowSize windowSize(Buffer request) {
        return new WindowSize(request.getInt(), request.getInt(), request.getInt(), request.getInt());
    }

    static boolean isAllowedVariable(String name, String value) {
        return value.length() <= LONGEST_VALUE
                && value.indexOf('\0') < 0
                && (ALLOWED_VARIABLES.contains(name) || name.matches("LC_[A-Z]{1,32}"));
    }

    /** RFC 4254 section 6.9: names without "SIG"; local extensions carry an "@". */
    static boolean isSignal(String name) {
        return name.matches("[A-Z0-9]{1,16}(@[a-z.]{1,64})?");
    }

    private static boolean isShort(String term) {
        return !term.isEmpty() && term.length() <= LONGEST_NAME && term.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
