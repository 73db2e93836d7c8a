package gatehouse.connector.spi;

import java.util.Map;

/**
 * A pseudo terminal as the client asked for it.
 *
 * @param term terminal type, for example {@code xterm-256color}
 * @param modes opcode → value (RFC 4254 section 8)
 */
public record Pty(String term, WindowSize size, Map<Integer, Integer> modes) {
    public Pty {
        modes = Map.copyOf(modes);
    }
}
