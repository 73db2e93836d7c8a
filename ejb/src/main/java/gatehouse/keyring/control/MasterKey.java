package gatehouse.keyring.control;

import gatehouse.kernel.ProblemException;
import gatehouse.keyring.entity.KeyringProblem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The root of all keys: 32 random bytes, in Base64, from the environment ({@code GATEHOUSE_MASTER_KEY}) or from
 * {@code $GATEHOUSE_HOME/keys/master.key}, which the first start creates. It is never used itself: each use derives its own key
 * (HKDF-SHA256, RFC 5869).
 */
@ApplicationScoped
public class MasterKey {
    static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyRows rows;
    private SecretKey master;

    protected MasterKey() {}

    @Inject
    MasterKey(KeyRows rows) {
        this.rows = rows;
    }

    MasterKey(byte[] key) {
        master = new SecretKeySpec(key, "HKDF");
    }

    @PostConstruct
    void load() {
        String given = System.getenv("GATEHOUSE_MASTER_KEY");
        byte[] key = given == null || given.isBlank()
                ? fromFile(
                        home().resolve("keys").resolve("master.key"),
                        () -> rows.findOldest().isPresent())
                : decoded(given, "GATEHOUSE_MASTER_KEY");
        master = new SecretKeySpec(key, "HKDF");
        Arrays.fill(key, (byte) 0);
    }

    /** A 256-bit key for one use; the same use gives the same key. */
    byte[] derive(String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .thenExpand(("gatehouse " + use).getBytes(StandardCharsets.UTF_8), LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF-SHA256", e);
        }
    }

    /** @param sealedBefore whether the database holds what an earlier key sealed: then a new one would be of no use */
    static byte[] fromFile(Path file, BooleanSupplier sealedBefore) {
        try {
            if (!Files.exists(file)) {
                requireFresh(file, sealedBefore);
                create(file);
            }
            requireOwnerOnly(file);
            return decoded(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw KeyringProblem.MASTER_KEY_UNUSABLE.problem("cannot read the master key file " + file, e);
        }
    }

    private static void requireFresh(Path file, BooleanSupplier sealedBefore) {
        if (sealedBefore.getAsBoolean()) {
            throw KeyringProblem.MASTER_KEY_MISSING.problem(
                    "the master key is missing: put the one that belongs to this" + " database back to " + file
                            + " (mode 0600)");
        }
    }

    private static Path home() {
        String home = System.getProperty("gatehouse.home");
        if (home == null) {
            throw KeyringProblem.MASTER_KEY_UNUSABLE.problem("start with -Dgatehouse.home=DIRECTORY");
        }
        return Path.of(home);
    }

    /** Written beside and moved, so that a crash never leaves half a key. */
    private static void create(Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(file.getParent(), "master", ".new", ownerOnly);
        Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
        Files.move(fresh, file);
        Arrays.fill(key, (byte) 0);
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw KeyringProblem.MASTER_KEY_UNUSABLE.problem("others can read the master key; run: chmod 600 " + file);
        }
    }

    private static byte[] decoded(String text, String source) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw unusable(source);
        }
        if (key.length != LENGTH) {
            throw unusable(source);
        }
        return key;
    }

    /** Without the cause: its message may quote the key. */
    private static ProblemException unusable(String source) {
        return KeyringProblem.MASTER_KEY_UNUSABLE.problem(source + " must hold 32 bytes in Base64");
    }
}
