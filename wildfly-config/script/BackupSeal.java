import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The seal of a backup: HMAC-SHA256 of the archive and of the time when it was made, under a key that HKDF-SHA256 derives from the master
 * key. It is the last member of the gzip file (RFC 1952, 2.3.1.1: an extra field of 49 bytes, and no content), so that the archive stays
 * one file that any tar unpacks.
 *
 * <pre>
 * java BackupSeal.java add FILE HOME     puts the seal behind what is there
 * java BackupSeal.java check FILE HOME   0: as it was made, prints when. 3: without a seal. 4: sealed under another key. 5: changed since.
 * java BackupSeal.java read FILE HOME    the archive to standard output; fails behind it when it was changed
 * </pre>
 *
 * The master key comes from the environment or from HOME/keys/master.key, as the server has it. What is wrong with it: exit 2.
 */
final class BackupSeal {
    /** Not 1, with which Java itself ends when something fails. */
    private static final int CHANGED = 5;

    private static final int NO_KEY = 2;
    private static final int UNSEALED = 3;
    private static final int OTHER_KEY = 4;

    /** ID1 ID2, deflate, FEXTRA, no time, no flags, unknown system; 53 bytes of extra fields, of which one is ours: GH, 49 bytes, version 1. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 53, 0, 'G', 'H', 49, 0, 1};

    /** An empty block, its CRC and its size. */
    private static final byte[] TAIL = {3, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final int TIME = 8;
    private static final int KEY_SIGN = 8;
    private static final int CODE = 32;
    private static final int LENGTH = HEAD.length + TIME + KEY_SIGN + CODE + TAIL.length;

    private final Path file;
    private final SecretKey master;

    private BackupSeal(Path file, SecretKey master) {
        this.file = file;
        this.master = master;
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path file = Path.of(arguments[1]);
        if (!arguments[0].equals("add") && found(file).length == 0) {
            System.exit(UNSEALED);
        }
        BackupSeal seal = new BackupSeal(file, master(Path.of(arguments[2])));
        System.exit(
                switch (arguments[0]) {
                    case "add" -> seal.add();
                    case "check" -> seal.check(OutputStream.nullOutputStream(), true);
                    case "read" -> seal.check(System.out, false);
                    default -> throw new IllegalArgumentException(arguments[0]);
                });
    }

    private int add() throws IOException, GeneralSecurityException {
        byte[] time = ByteBuffer.allocate(TIME).putLong(Instant.now().getEpochSecond()).array();
        byte[] code = code(Files.size(file), time, OutputStream.nullOutputStream());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.allocate(LENGTH)
                    .put(HEAD)
                    .put(time)
                    .put(keySign())
                    .put(code)
                    .put(TAIL)
                    .array());
        }
        return 0;
    }

    private int check(OutputStream content, boolean tells) throws IOException, GeneralSecurityException {
        ByteBuffer seal = ByteBuffer.wrap(found(file), HEAD.length, TIME + KEY_SIGN + CODE);
        byte[] time = next(seal, TIME);
        if (!Arrays.equals(next(seal, KEY_SIGN), keySign())) {
            return OTHER_KEY;
        }
        byte[] code = code(Files.size(file) - LENGTH, time, content);
        if (!MessageDigest.isEqual(next(seal, CODE), code)) {
            return CHANGED;
        }
        if (tells) {
            System.out.println(Instant.ofEpochSecond(ByteBuffer.wrap(time).getLong()).truncatedTo(ChronoUnit.SECONDS));
        }
        return 0;
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** The seal at the end of the file; empty when there is none. */
    private static byte[] found(Path file) throws IOException {
        long begin = Files.size(file) - LENGTH;
        if (begin < 0) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            byte[] end = in.readNBytes(LENGTH);
            boolean sealed = Arrays.equals(end, 0, HEAD.length, HEAD, 0, HEAD.length)
                    && Arrays.equals(end, LENGTH - TAIL.length, LENGTH, TAIL, 0, TAIL.length);
            return sealed ? end : new byte[0];
        }
    }

    /** Of the first {@code length} bytes, which also go to {@code content}, and of the time. */
    private byte[] code(long length, byte[] time, OutputStream content) throws IOException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(derived("backup archive", 32), "HmacSHA256"));
        byte[] piece = new byte[1 << 16];
        long left = length;
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(piece, 0, (int) Math.min(piece.length, left));
                if (read < 0) {
                    throw new EOFException(file + " became shorter");
                }
                mac.update(piece, 0, read);
                content.write(piece, 0, read);
                left -= read;
            }
        }
        content.flush();
        mac.update(time);
        return mac.doFinal();
    }

    /** By which a key is known, and that tells nothing of it. */
    private byte[] keySign() throws GeneralSecurityException {
        return derived("sign of the backup archive's key", KEY_SIGN);
    }

    private byte[] derived(String use, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(master)
                        .thenExpand(("gatehouse " + use).getBytes(StandardCharsets.UTF_8), length));
    }

    /** As the server reads it. Nothing of it is ever printed. */
    private static SecretKey master(Path home) throws IOException {
        String given = System.getenv("GATEHOUSE_MASTER_KEY");
        Path kept = home.resolve("keys/master.key");
        boolean isGiven = given != null && !given.isBlank();
        try {
            byte[] key = Base64.getDecoder().decode((isGiven ? given : Files.readString(kept)).strip());
            if (key.length == 32) {
                return new SecretKeySpec(key, "HKDF");
            }
        } catch (IllegalArgumentException notBase64) {
            // said below: its message may quote the key
        }
        System.err.println("gatehouse: " + (isGiven ? "GATEHOUSE_MASTER_KEY" : kept) + " must hold 32 bytes in Base64");
        System.exit(NO_KEY);
        throw new IllegalStateException();
    }
}
