package gatehouse.audit.entity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * How an event becomes text and a hash. Fields are a JSON object {@code name → {"v": value, "m": marking}}; the hash is SHA-256 over
 * every column, each as four bytes of length (big endian) and UTF-8, in the order of {@link #hash}. An offline verifier does the
 * same with an exported leaf.
 */
public final class AuditContent {
    private AuditContent() {}

    public static String write(Map<String, AuditField> fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        fields.forEach((name, field) -> object.add(
                name,
                Json.createObjectBuilder()
                        .add("v", field.value())
                        .add("m", field.marking().name())));
        return object.build().toString();
    }

    public static SequencedMap<String, AuditField> read(String text) {
        SequencedMap<String, AuditField> fields = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            reader.readObject().forEach((name, value) -> {
                JsonObject field = value.asJsonObject();
                fields.put(
                        name, new AuditField(field.getString("v"), AuditField.Marking.valueOf(field.getString("m"))));
            });
        }
        return fields;
    }

    public static byte[] hash(AuditLeaf leaf) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, leaf.id());
            write(out, leaf.organisation());
            write(out, leaf.type());
            write(out, leaf.at());
            write(out, leaf.actor());
            write(out, leaf.actorName());
            write(out, leaf.address());
            write(out, leaf.channel());
            write(out, leaf.signIn());
            write(out, leaf.fields());
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
