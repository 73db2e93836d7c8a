package gatehouse.web.session;

import gatehouse.session.boundary.Replay;
import gatehouse.session.entity.Session;
import jakarta.json.Json;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A recording to keep: {@code ID.cast}, {@code ID.json} with the facts and the hash that the audit log holds, and {@code SHA256SUMS}
 * over both. Written while it is read, so it costs no memory.
 */
final class ReplayBundle {
    private final Session session;
    private final StringBuilder sums = new StringBuilder();

    ReplayBundle(Session session) {
        this.session = session;
    }

    private interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    void writeTo(Replay replay, OutputStream target) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(target);
        add(zip, session.id() + ".cast", replay::writeTo);
        add(zip, session.id() + ".json", entry -> entry.write(facts().getBytes(StandardCharsets.UTF_8)));
        zip.putNextEntry(new ZipEntry("SHA256SUMS"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private void add(ZipOutputStream zip, String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(new DigestOutputStream(new Unclosable(zip), digest));
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    private String facts() {
        return Json.createObjectBuilder()
                .add("session", session.id().toString())
                .add("user", session.username())
                .add("asset", session.assetName())
                .add("account", session.accountName())
                .add("protocol", session.protocol())
                .add("from", session.origin().via().name())
                .add("address", session.origin().address())
                .add("startedAt", session.startedAt().toString())
                .add("endedAt", session.endedAt().map(Object::toString).orElse(""))
                .add("result", session.outcome().name())
                .add("reason", session.detail())
                .add("recordingChunks", session.recordingChunks())
                .add(
                        "recordingHash",
                        session.recordingHash().map(HexFormat.of()::formatHex).orElse(""))
                .build()
                .toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What is written into an entry must not close the whole. */
    private static final class Unclosable extends FilterOutputStream {
        Unclosable(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // the ZIP file goes on
        }
    }
}
