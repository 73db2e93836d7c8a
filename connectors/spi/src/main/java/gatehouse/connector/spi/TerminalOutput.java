package gatehouse.connector.spi;

import gatehouse.kernel.ProblemException;
import java.util.Optional;

/**
 * The way from a target to a person. After {@link #closed} nothing more comes; {@link #exited} comes at most once before it, after
 * all output.
 */
public interface TerminalOutput {
    /**
     * What the program writes, as it came: no charset, no line ends changed.
     *
     * @param bytes valid only during the call (R1.1)
     * @param offset first byte, in bytes
     * @param length in bytes, up to one packet of the protocol
     */
    void output(byte[] bytes, int offset, int length, Completion done);

    /** The separate error stream of an exec without a pseudo terminal. */
    void error(byte[] bytes, int offset, int length, Completion done);

    /** The target will send no more. */
    void endOfOutput();

    /**
     * How the program ended, as the target said it: a code as on its system (0..255 on Unix), or a signal by its name without "SIG".
     * Never called for a target that does not say; {@link ExitStatus.Unknown} is one that cannot.
     */
    void exited(ExitStatus status);

    /**
     * The end, in any case.
     *
     * @param reason why, when it did not end by itself
     */
    void closed(Optional<ProblemException> reason);
}
