package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.Pty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is known about the kind of machine that a target is.
 *
 * @param charset of its terminals; a connector needs it only to read prompts: bytes pass as they are
 * @param terminal that will be opened first, for protocols that name it before the sign-in
 */
public record TargetProfile(Charset charset, Optional<Pty> terminal) {
    /** A machine like any other. */
    public static final TargetProfile PLAIN = new TargetProfile(StandardCharsets.UTF_8, Optional.empty());
}
