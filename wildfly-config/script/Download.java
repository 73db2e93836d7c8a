import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/** Fetches one file and keeps it only if its SHA-512 is the expected one. Arguments: URL, SHA-512 in hexadecimal, file. */
final class Download {
    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.net.useSystemProxies", "true");
        URI address = URI.create(arguments[0]);
        Path target = Path.of(arguments[2]);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            var response = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                exit(address + " answered " + response.statusCode());
            }
            try (InputStream content = new DigestInputStream(response.body(), digest)) {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        if (!sum.equals(arguments[1])) {
            Files.delete(part);
            exit(address + " has the SHA-512 " + sum + " instead of " + arguments[1]);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void exit(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
