package gatehouse.session.control.recording;

import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** One recording's file while it is written. Not thread-safe: its recorder writes from one thread at a time. */
final class RecordingFile implements AutoCloseable {
    private final FileChannel channel;
    private final SessionId session;
    private final SecretKeySpec key;
    private final MessageDigest digest = RecordingFormat.sha256();
    private Point reached = new Point(0, 0, new byte[0]);
    /** Up to here everything is on the disk. */
    private volatile Point forced = reached;

    /** @param hash the chain's up to there */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point(long size, long chunks, byte[] hash) {}

    private RecordingFile(FileChannel channel, SessionId session, Secret key) {
        this.channel = channel;
        this.session = session;
        byte[] raw = key.bytes();
        this.key = new SecretKeySpec(raw, "AES");
        Arrays.fill(raw, (byte) 0);
    }

    /** Creates the file with mode 0600, its directories with 0700, and writes the header. */
    static RecordingFile create(Path path, RecordingHeader header, Secret key) throws IOException {
        Files.createDirectories(
                path.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return create(channel, header, key);
    }

    /** On a new file, which is closed when its header cannot be written. */
    static RecordingFile create(FileChannel channel, RecordingHeader header, Secret key) throws IOException {
        RecordingFile file = new RecordingFile(channel, header.session(), key);
        file.begin(header.encode());
        return file;
    }

    private void begin(byte[] header) throws IOException {
        try {
            write(ByteBuffer.wrap(header));
            reached = new Point(header.length, 0, digest.digest(header));
            force();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Opens what a crash left, cuts it behind its last whole chunk, and goes on there. */
    static RecordingFile resume(Path path, RecordingScan scan, Secret key) throws IOException {
        return resume(FileChannel.open(path, StandardOpenOption.WRITE), scan, key);
    }

    /** On a file that is closed when it cannot be cut. */
    static RecordingFile resume(FileChannel channel, RecordingScan scan, Secret key) throws IOException {
        RecordingFile file = new RecordingFile(channel, scan.header().session(), key);
        try {
            channel.truncate(scan.validBytes());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        file.reached = new Point(scan.validBytes(), scan.chunks().size(), scan.hash());
        file.forced = file.reached;
        return file;
    }

    /** Writes one chunk. After an exception, {@link #rollBack}. */
    void append(EventBuffer plain, boolean last, ChunkWorkspace space) throws IOException {
        int deflated = space.deflate(plain.array(), plain.length());
        byte[] text = deflated > 0 ? space.deflated() : plain.array();
        int length = deflated > 0 ? deflated : plain.length();
        int flags = RecordingFormat.OWN_NONCE
                | (last ? RecordingFormat.LAST : 0)
                | (deflated > 0 ? RecordingFormat.DEFLATED : 0);
        ByteBuffer out = space.out()
                .putInt(RecordingFormat.NONCE + length + RecordingFormat.TAG)
                .putLong(reached.chunks())
                .putLong(plain.firstMicros())
                .put((byte) flags);
        seal(text, length, out);
        digest.reset();
        digest.update(reached.hash());
        digest.update(out.duplicate().flip());
        byte[] next = digest.digest();
        int written = out.put(next).position();
        write(out.flip());
        reached = new Point(reached.size() + written, reached.chunks() + 1, next);
    }

    private void seal(byte[] text, int length, ByteBuffer out) throws IOException {
        ByteBuffer head = out.duplicate().flip();
        try {
            byte[] nonce = RecordingFormat.freshNonce();
            out.put(nonce);
            Cipher cipher = RecordingFormat.cipher(Cipher.ENCRYPT_MODE, key, nonce, session, head);
            cipher.doFinal(ByteBuffer.wrap(text, 0, length), out);
        } catch (GeneralSecurityException e) {
            throw new IOException("a chunk could not be sealed", e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        long at = reached.size();
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** After an exception, {@link #rollBack}: what was written since the last time may be lost. */
    void force() throws IOException {
        channel.force(false);
        forced = reached;
    }

    /** To where everything is on the disk; what was behind that is to be appended again. */
    void rollBack() {
        reached = forced;
    }

    /** What is on the disk for certain; known to every thread. */
    Recorder.Seal seal() {
        Point point = forced;
        return new Recorder.Seal(point.size(), point.chunks(), point.hash().clone());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
