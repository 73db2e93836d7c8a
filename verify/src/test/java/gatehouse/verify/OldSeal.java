package gatehouse.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals as earlier builds did, whose values know their purpose and not their row. Written from the description of the layout, without
 * a class of the product.
 *
 * @param id of the key-encryption key
 * @param key unwrapped
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OldSeal(UUID id, byte[] key) {
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param wrapped key of the database, as hexadecimal digits */
    static OldSeal of(Path masterKey, String id, String owner, String wrapped)
            throws IOException, GeneralSecurityException {
        byte[] master = Base64.getDecoder().decode(Files.readString(masterKey).strip());
        byte[] wrapping = KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(master)
                        .thenExpand("gatehouse key-encryption key".getBytes(StandardCharsets.UTF_8), 32));
        byte[] bytes = HexFormat.of().parseHex(wrapped);
        Cipher cipher = cipher(
                Cipher.DECRYPT_MODE,
                wrapping,
                Arrays.copyOf(bytes, NONCE),
                "key-encryption key " + id + " of " + owner);
        return new OldSeal(UUID.fromString(id), cipher.doFinal(bytes, NONCE, bytes.length - NONCE));
    }

    /** As hexadecimal digits. */
    String seal(String purpose, String plain) throws GeneralSecurityException {
        byte[] dataKey = random(32);
        String associated = id + " " + purpose;
        byte[] wrapped = encrypt(key, associated, dataKey);
        byte[] text = encrypt(dataKey, associated, plain.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(17 + wrapped.length + text.length)
                        .put((byte) 1)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(wrapped)
                        .put(text)
                        .array());
    }

    private static byte[] encrypt(byte[] key, String associated, byte[] plain) throws GeneralSecurityException {
        byte[] nonce = random(NONCE);
        byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
        return ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
