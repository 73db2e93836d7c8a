package gatehouse.connector.spi;

/** How the program at the target ended (RFC 4254 section 6.10). */
public sealed interface ExitStatus {
    /** @param code 0..255 on Unix; passed on as it is */
    record Code(int code) implements ExitStatus {}

    /** @param name signal without "SIG", for example {@code KILL} */
    record Signal(String name, boolean coreDumped, String message) implements ExitStatus {}

    /** The target ended without saying how. */
    record Unknown() implements ExitStatus {}
}
