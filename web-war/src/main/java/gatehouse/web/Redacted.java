package gatehouse.web;

/** What a record prints that holds a secret: which one it is, and nothing of it. A stray log line must not hold a password. */
public final class Redacted {
    private Redacted() {}

    public static String of(Record secret) {
        return secret.getClass().getSimpleName() + "[redacted]";
    }
}
