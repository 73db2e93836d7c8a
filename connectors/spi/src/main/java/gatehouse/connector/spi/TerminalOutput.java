package gatehouse.connector.spi;

import gatehouse.kernel.ProblemException;
import java.util.Optional;

/**
 * The way from a target to a person. After {@link #closed} nothing more comes; {@link #exited} comes at most once before it, after
 * all output.
 */
public interface TerminalOutput {
    /** {@code bytes} is valid only during the call. */
    void output(byte[] bytes, int offset, int length, Completion done);

    /** The separate error stream of an exec without a pseudo terminal. */
    void error(byte[] bytes, int offset, int length, Completion done);

    /** The target will send no more. */
    void endOfOutput();

    void exited(ExitStatus status);

    /**
     * The end, in any case.
     *
     * @param reason why, when it did not end by itself
     */
    void closed(Optional<ProblemException> reason);
}
