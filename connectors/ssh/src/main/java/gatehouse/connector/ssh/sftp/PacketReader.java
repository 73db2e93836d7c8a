package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FilePath;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the fields of one packet, or of the head of one, where it lies. Valid only while the bytes below it are. Reading behind the
 * end throws the problem that the reader was made with, never an index exception.
 */
final class PacketReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final ProblemCode problem;
    private byte[] bytes = {};
    private int start;
    private int position;
    private int end;

    PacketReader(ProblemCode problem) {
        this.problem = problem;
    }

    PacketReader over(byte[] source, int offset, int length) {
        bytes = source;
        start = offset;
        position = offset;
        end = offset + length;
        return this;
    }

    int position() {
        return position - start;
    }

    int remaining() {
        return end - position;
    }

    /** Of a packet or head, wherever reading has got to. */
    int type() {
        return bytes[start + 4] & 0xff;
    }

    int unsigned8() {
        require(1);
        return bytes[position++] & 0xff;
    }

    int int32() {
        require(4);
        int value = (int) INT.get(bytes, position);
        position += 4;
        return value;
    }

    long int64() {
        require(8);
        long value = (long) LONG.get(bytes, position);
        position += 8;
        return value;
    }

    /** A string of bytes; as characters 0..255, because that keeps every byte. */
    String latin1() {
        int length = stringLength();
        String value = new String(bytes, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return value;
    }

    FilePath path() {
        int length = stringLength();
        if (length > Sftp.LONGEST_PATH) {
            throw malformed("a path is longer than " + Sftp.LONGEST_PATH + " bytes");
        }
        FilePath value = FilePath.copyOf(bytes, position, length);
        position += length;
        return value;
    }

    byte[] string() {
        int length = stringLength();
        byte[] value = new byte[length];
        System.arraycopy(bytes, position, value, 0, length);
        position += length;
        return value;
    }

    /** Everything that was not read yet. */
    byte[] rest() {
        byte[] value = copyOfRest();
        position = end;
        return value;
    }

    /** As {@link #rest}, to be read again. */
    byte[] copyOfRest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    /** Whether exactly this was not read yet. */
    boolean isRest(byte[] other) {
        return Arrays.equals(bytes, position, end, other, 0, other.length);
    }

    /** The whole packet, from its length field on. */
    byte[] whole() {
        byte[] value = new byte[end - start];
        System.arraycopy(bytes, start, value, 0, value.length);
        return value;
    }

    ProblemException malformed(String what) {
        return problem.problem(what);
    }

    private int stringLength() {
        int length = int32();
        require(length);
        return length;
    }

    private void require(int count) {
        if (count < 0 || count > end - position) {
            throw malformed("an SFTP packet ends in the middle of a field");
        }
    }
}
