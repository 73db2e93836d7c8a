package gatehouse.connector.spi.inbound;

import java.util.List;

/** What a sign-in needs next. */
public sealed interface SignInStep {
    record Done(InboundConnection connection) implements SignInStep {}

    /** The factor was right, another one is wanted, to be asked by these questions. */
    record Ask(String title, String instruction, List<Question> questions) implements SignInStep {}

    record Question(String text, boolean echo) {}

    /** The same whatever the reason; another attempt may follow. */
    record Refused() implements SignInStep {}

    /**
     * No further attempt on this connection.
     *
     * @param message shown to the person; nothing that only somebody who proved who they are may know, unless they did
     */
    record Ended(String message) implements SignInStep {}
}
