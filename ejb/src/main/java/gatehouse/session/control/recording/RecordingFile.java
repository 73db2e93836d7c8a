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
    private byte[] hash;
    private long chunks;
    private long size;

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
        RecordingFile file = new RecordingFile(channel, header.session(), key);
        file.begin(header.encode());
        return file;
    }

    private void begin(byte[] header) throws IOException {
        try {
            writeAt(ByteBuffer.wrap(header));
            force();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        size = header.length;
        hash = digest.digest(header);
    }

    /** Opens what a crash left, cuts it behind its last whole chunk, and goes on there. */
    static RecordingFile resume(Path path, RecordingScan scan, Secret key) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        RecordingFile file = new RecordingFile(channel, scan.header().session(), key);
        channel.truncate(scan.validBytes());
        file.size = scan.validBytes();
        file.hash = scan.hash();
        file.chunks = scan.chunks().size();
        return file;
    }

    /** Writes one chunk; after an exception the same chunk may be written again, and no other. */
    void append(EventBuffer plain, boolean last, ChunkWorkspace space) throws IOException {
        int deflated = space.deflate(plain.array(), plain.length());
        byte[] text = deflated > 0 ? space.deflated() : plain.array();
        int length = deflated > 0 ? deflated : plain.length();
        ByteBuffer out = space.out()
                .putInt(length + RecordingFormat.TAG)
                .putLong(chunks)
                .putLong(plain.firstMicros())
                .put((byte) ((last ? RecordingFormat.LAST : 0) | (deflated > 0 ? RecordingFormat.DEFLATED : 0)));
        seal(text, length, out);
        digest.reset();
        digest.update(hash);
        digest.update(out.duplicate().flip());
        byte[] next = digest.digest();
        int written = out.put(next).position();
        writeAt(out.flip());
        hash = next;
        size += written;
        chunks++;
    }

    private void seal(byte[] text, int length, ByteBuffer out) throws IOException {
        ByteBuffer head = out.duplicate().flip();
        try {
            Cipher cipher = RecordingFormat.cipher(Cipher.ENCRYPT_MODE, key, session, head);
            cipher.doFinal(ByteBuffer.wrap(text, 0, length), out);
        } catch (GeneralSecurityException e) {
            throw new IOException("a chunk could not be sealed", e);
        }
    }

    private void writeAt(ByteBuffer bytes) throws IOException {
        long at = size;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    long size() {
        return size;
    }

    long chunks() {
        return chunks;
    }

    byte[] hash() {
        return hash.clone();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
