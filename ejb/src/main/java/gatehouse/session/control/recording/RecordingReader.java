package gatehouse.session.control.recording;

import gatehouse.kernel.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Decrypts chunks that a {@link RecordingScan} found right. Not thread-safe. */
public final class RecordingReader implements AutoCloseable {
    private final FileChannel channel;
    private final RecordingScan scan;
    private final SecretKeySpec key;
    private final Inflater inflater = new Inflater(true);

    /** @param key the data key; copied */
    public RecordingReader(Path path, RecordingScan scan, Secret key) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.scan = scan;
        byte[] raw = key.bytes();
        this.key = new SecretKeySpec(raw, "AES");
        Arrays.fill(raw, (byte) 0);
    }

    public RecordingScan scan() {
        return scan;
    }

    /** @throws gatehouse.kernel.ProblemException {@code RECORDING_DAMAGED} when it does not decrypt */
    public List<RecordedEvent> events(RecordingScan.Chunk chunk) throws IOException {
        ByteBuffer head = RecordingScan.read(channel, chunk.offset(), RecordingFormat.CHUNK_HEAD);
        ByteBuffer payload = RecordingScan.read(channel, chunk.offset() + RecordingFormat.CHUNK_HEAD, chunk.payload());
        byte[] text = open(head, payload);
        return decode(ByteBuffer.wrap(chunk.deflated() ? inflated(text) : text));
    }

    private byte[] open(ByteBuffer head, ByteBuffer payload) {
        try {
            byte[] nonce = RecordingFormat.nonce(head, payload);
            Cipher cipher = RecordingFormat.cipher(
                    Cipher.DECRYPT_MODE, key, nonce, scan.header().session(), head);
            byte[] text = new byte[payload.remaining()];
            int length = cipher.doFinal(payload, ByteBuffer.wrap(text));
            return Arrays.copyOf(text, length);
        } catch (GeneralSecurityException e) {
            throw RecordingFormat.damaged("a chunk does not decrypt");
        }
    }

    private byte[] inflated(byte[] text) {
        byte[] plain = new byte[RecordingFormat.MAX_PLAIN];
        try {
            inflater.reset();
            inflater.setInput(text);
            int length = inflater.inflate(plain);
            if (!inflater.finished()) {
                throw RecordingFormat.damaged("a chunk is longer than chunks are");
            }
            return Arrays.copyOf(plain, length);
        } catch (DataFormatException e) {
            throw RecordingFormat.damaged("a chunk does not inflate");
        }
    }

    private static List<RecordedEvent> decode(ByteBuffer plain) {
        List<RecordedEvent> events = new ArrayList<>();
        long micros = 0;
        try {
            while (plain.hasRemaining()) {
                EventType type = EventType.of(plain.get());
                micros += varint(plain);
                byte[] bytes = new byte[Math.toIntExact(varint(plain))];
                plain.get(bytes);
                events.add(new RecordedEvent(type, micros, bytes));
            }
            return events;
        } catch (java.nio.BufferUnderflowException | ArithmeticException | NegativeArraySizeException e) {
            throw RecordingFormat.damaged("an event is cut");
        }
    }

    private static long varint(ByteBuffer plain) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = plain.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw RecordingFormat.damaged("a number is too long");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        channel.close();
    }
}
