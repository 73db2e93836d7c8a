package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.Pty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about the kind of machine that a target is.
 *
 * @param charset of its terminals; a connector needs it only to read prompts: bytes pass as they are
 * @param settings of its platform for the connector's protocol; the connector knows the keys and their defaults
 * @param terminal that will be opened first, for protocols that name it before the sign-in
 */
public record TargetProfile(Charset charset, Map<String, String> settings, Optional<Pty> terminal) {
    /** A machine like any other. */
    public static final TargetProfile PLAIN = new TargetProfile(StandardCharsets.UTF_8, Map.of(), Optional.empty());

    public TargetProfile {
        settings = Map.copyOf(settings);
    }
}
