package gatehouse.connector.spi.tunnel;

import gatehouse.connector.spi.Completion;

/** One direction of a forwarded connection, to be pushed into. All methods return at once. */
public interface TunnelFlow {
    /** {@code bytes} is valid only during the call. */
    void bytes(byte[] bytes, int offset, int length, Completion done);

    /** No more bytes in this direction; the other one stays open. */
    void end();

    /** Both directions are over. Idempotent. */
    void close();
}
