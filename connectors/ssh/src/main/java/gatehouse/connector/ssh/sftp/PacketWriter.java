package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FilePath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one packet; the length field is filled in at the end. */
final class PacketWriter {
    private byte[] bytes = new byte[64];
    private int length = 4;

    static PacketWriter packet(int type, int id) {
        return new PacketWriter().unsigned8(type).int32(id);
    }

    static byte[] status(int id, int code, String message) {
        return packet(Sftp.STATUS, id).int32(code).text(message).text("en").toBytes();
    }

    PacketWriter unsigned8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    PacketWriter int32(int value) {
        room(4);
        ByteBuffer.wrap(bytes).putInt(length, value);
        length += 4;
        return this;
    }

    PacketWriter int64(long value) {
        room(8);
        ByteBuffer.wrap(bytes).putLong(length, value);
        length += 8;
        return this;
    }

    PacketWriter string(byte[] value) {
        return int32(value.length).raw(value, 0, value.length);
    }

    PacketWriter path(FilePath value) {
        return string(value.bytes());
    }

    PacketWriter latin1(String value) {
        return string(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    PacketWriter text(String value) {
        return string(value.getBytes(StandardCharsets.UTF_8));
    }

    PacketWriter raw(byte[] source, int offset, int count) {
        room(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        return this;
    }

    byte[] toBytes() {
        return headOf(0);
    }

    /** As {@link #toBytes}, of a packet whose last {@code bodyLength} bytes are sent separately. */
    byte[] headOf(int bodyLength) {
        ByteBuffer.wrap(bytes).putInt(0, length - 4 + bodyLength);
        return Arrays.copyOf(bytes, length);
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
