package gatehouse.connector.spi.tunnel;

/** Somebody listens for us. It ends with its wire. */
public interface Listening extends AutoCloseable {
    /** What was asked for, or what was free. */
    int port();

    /** No further arrivals; those that are open go on. Idempotent. */
    @Override
    void close();
}
