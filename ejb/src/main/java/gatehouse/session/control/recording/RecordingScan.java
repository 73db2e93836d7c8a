package gatehouse.session.control.recording;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a recording's hash chain says, without its key.
 *
 * @param chunks those whose hash is right, from the first on without a gap
 * @param validBytes length of the file up to the last of them
 * @param hash the last right hash
 * @param complete whether the last of them says that it is the last and nothing follows
 * @param fault what is wrong behind them; empty for a recording that is complete or simply ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordingScan(
        RecordingHeader header,
        List<Chunk> chunks,
        long validBytes,
        byte[] hash,
        boolean complete,
        Optional<String> fault) {

    /**
     * @param offset of its head in the file
     * @param payload bytes of its payload
     * @param firstMicros when its first event happened
     */
    public record Chunk(long number, long offset, int payload, long firstMicros, boolean last, boolean deflated) {}

    public RecordingScan {
        chunks = List.copyOf(chunks);
    }

    public RecordingOutline outline() {
        return RecordingOutline.of(chunks);
    }

    /** @throws gatehouse.kernel.ProblemException {@code RECORDING_DAMAGED} when not even the header can be read */
    public static RecordingScan of(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new Walk(channel).scan();
        }
    }

    static RecordingHeader header(FileChannel channel) throws IOException {
        return RecordingHeader.decode(headerBytes(channel).position(RecordingFormat.PREFIX));
    }

    private static ByteBuffer headerBytes(FileChannel channel) throws IOException {
        try {
            ByteBuffer prefix = read(channel, 0, RecordingFormat.PREFIX);
            byte[] magic = new byte[RecordingFormat.MAGIC.length];
            int rest = prefix.get(magic).getInt();
            if (!Arrays.equals(magic, RecordingFormat.MAGIC) || rest < 0 || rest > RecordingFormat.MAX_HEADER) {
                throw RecordingFormat.damaged("it does not begin like a recording");
            }
            return read(channel, 0, RecordingFormat.PREFIX + rest);
        } catch (EOFException e) {
            throw RecordingFormat.damaged("its header is cut");
        }
    }

    static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private static byte[] copy(ByteBuffer source, int offset, int length) {
        byte[] bytes = new byte[length];
        source.get(offset, bytes);
        return bytes;
    }

    /** One pass over a file. */
    private static final class Walk {
        private final FileChannel channel;
        private final MessageDigest digest = RecordingFormat.sha256();
        private final List<Chunk> chunks = new ArrayList<>();
        private byte[] hash;
        private long at;
        private Optional<String> fault = Optional.empty();

        Walk(FileChannel channel) {
            this.channel = channel;
        }

        RecordingScan scan() throws IOException {
            ByteBuffer header = headerBytes(channel);
            hash = digest.digest(copy(header, 0, header.limit()));
            at = header.limit();
            boolean more = at < channel.size();
            while (more && fault.isEmpty() && !finished()) {
                step();
                more = at < channel.size();
            }
            if (more && finished()) {
                fault = Optional.of("something follows its last chunk");
            }
            RecordingHeader decoded = RecordingHeader.decode(header.position(RecordingFormat.PREFIX));
            boolean complete = finished() && fault.isEmpty();
            return new RecordingScan(decoded, chunks, at, hash, complete, fault);
        }

        private boolean finished() {
            return !chunks.isEmpty() && chunks.getLast().last();
        }

        private void step() throws IOException {
            try {
                ByteBuffer head = read(channel, at, RecordingFormat.CHUNK_HEAD);
                int payload = head.getInt(0);
                if (payload < RecordingFormat.TAG || payload > RecordingFormat.MAX_PAYLOAD) {
                    fault = Optional.of("chunk " + chunks.size() + " has an impossible length");
                    return;
                }
                verify(head, read(channel, at, RecordingFormat.CHUNK_HEAD + payload + RecordingFormat.HASH));
            } catch (EOFException e) {
                fault = Optional.of("chunk " + chunks.size() + " is cut");
            }
        }

        private void verify(ByteBuffer head, ByteBuffer whole) {
            int hashed = whole.limit() - RecordingFormat.HASH;
            digest.reset();
            digest.update(hash);
            digest.update(whole.slice(0, hashed));
            byte[] expected = digest.digest();
            byte[] stored = copy(whole, hashed, RecordingFormat.HASH);
            long number = head.getLong(4);
            if (!MessageDigest.isEqual(expected, stored) || number != chunks.size()) {
                fault = Optional.of("the hash of chunk " + chunks.size() + " is wrong");
                return;
            }
            int flags = head.get(20);
            chunks.add(new Chunk(
                    number,
                    at,
                    hashed - RecordingFormat.CHUNK_HEAD,
                    head.getLong(12),
                    (flags & RecordingFormat.LAST) != 0,
                    (flags & RecordingFormat.DEFLATED) != 0));
            hash = expected;
            at += whole.limit();
        }
    }
}
