package gatehouse.connector.spi.inbound;

import java.util.List;

/** What a sign-in needs next. */
public sealed interface SignInStep {
    record Done(InboundConnection connection) implements SignInStep {}

    /** The factor was right, another one is wanted, to be asked by these questions. */
    record Ask(String title, String instruction, List<Question> questions) implements SignInStep {}

    record Question(String text, boolean echo) {}

    /**
     * Refused; the same words whatever the reason.
     *
     * @param message shown only with {@code disconnect}
     * @param disconnect no further attempt on this connection
     */
    record Refused(String message, boolean disconnect) implements SignInStep {}
}
