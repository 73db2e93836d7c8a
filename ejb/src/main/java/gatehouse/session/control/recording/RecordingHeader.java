package gatehouse.session.control.recording;

import gatehouse.session.entity.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * How a recording begins.
 *
 * @param start the events' zero, in milliseconds
 * @param title for people, up to 200 characters
 * @param wrappedKey the data key, wrapped by the keyring
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecordingHeader(
        SessionId session, Instant start, int columns, int rows, String title, byte[] wrappedKey) {
    private static final int MAX_TITLE = 200;

    public RecordingHeader {
        title = title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
        start = Instant.ofEpochMilli(start.toEpochMilli());
        // a client without a window says 0; players need a size
        columns = columns == 0 ? 80 : columns;
        rows = rows == 0 ? 24 : rows;
    }

    byte[] encode() {
        byte[] name = title.getBytes(StandardCharsets.UTF_8);
        int rest = 16 + 8 + 2 + 2 + 2 + name.length + 2 + wrappedKey.length;
        return ByteBuffer.allocate(RecordingFormat.PREFIX + rest)
                .put(RecordingFormat.MAGIC)
                .putInt(rest)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .putLong(start.toEpochMilli())
                .putShort((short) columns)
                .putShort((short) rows)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) wrappedKey.length)
                .put(wrappedKey)
                .array();
    }

    /** @param rest what follows the magic and the length */
    static RecordingHeader decode(ByteBuffer rest) {
        try {
            SessionId session = new SessionId(new UUID(rest.getLong(), rest.getLong()));
            Instant start = Instant.ofEpochMilli(rest.getLong());
            int columns = rest.getShort() & 0xffff;
            int rows = rest.getShort() & 0xffff;
            String title = new String(field(rest), StandardCharsets.UTF_8);
            return new RecordingHeader(session, start, columns, rows, title, field(rest));
        } catch (java.nio.BufferUnderflowException e) {
            throw RecordingFormat.damaged("its header is cut");
        }
    }

    private static byte[] field(ByteBuffer source) {
        byte[] field = new byte[source.getShort() & 0xffff];
        source.get(field);
        return field;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordingHeader header && Arrays.equals(encode(), header.encode());
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
