package gatehouse.verify;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The REST API as a browser or a script uses it: over HTTPS with the local CA trusted, cookies kept, the CSRF token sent back. */
public final class Rest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final URI root;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private Optional<String> token = Optional.empty();
    private boolean csrf = true;

    private Rest(URI root, SSLContext trust, Optional<InetAddress> from) {
        this.root = root;
        HttpClient.Builder builder =
                HttpClient.newBuilder().sslContext(trust).cookieHandler(cookies).connectTimeout(LIMIT);
        from.ifPresent(builder::localAddress);
        client = builder.build();
    }

    static Rest at(int port, Path authority) {
        return new Rest(URI.create("https://localhost:" + port + "/"), trusting(authority), Optional.empty());
    }

    /** From another address of loopback, as somebody else. */
    static Rest from(String address, int port, Path authority) {
        return new Rest(
                URI.create("https://127.0.0.1:" + port + "/"),
                trusting(authority),
                Optional.of(InetAddress.ofLiteral(address)));
    }

    /** As a script does. */
    Rest withToken(String bearer) {
        token = Optional.of(bearer);
        return this;
    }

    /** Forgets to send the CSRF token, as a page of somebody else would. */
    Rest withoutCsrfToken() {
        csrf = false;
        return this;
    }

    /** @param path below the root, as {@code ws/terminal} */
    WebSocket socket(String path, String origin, WebSocket.Listener listener) {
        URI address = URI.create(root.resolve(path).toString().replaceFirst("^http", "ws"));
        return client.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(address, listener)
                .join();
    }

    /** That of our own pages. */
    String origin() {
        return root.toString().substring(0, root.toString().length() - 1);
    }

    Rest signedIn(String username, String password) {
        post("authentication/sign-in/", object("username", username, "password", password));
        return this;
    }

    void setUp(String token, String username, String password) {
        post(
                "authentication/setup/",
                Json.createObjectBuilder(object("token", token, "username", username, "name", "Ada Admin"))
                        .add("password", password)
                        .build());
    }

    /** @param path below {@code /api/v1/} */
    public JsonObject get(String path) {
        return expect(2, "GET", path, send("GET", path, null));
    }

    /** For the few answers that are a bare list. */
    JsonArray array(String path) {
        HttpResponse<String> response = send("GET", path, null);
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readArray();
        }
    }

    public JsonObject post(String path, JsonValue body) {
        return expect(2, "POST", path, send("POST", path, body));
    }

    public JsonObject put(String path, JsonValue body) {
        return expect(2, "PUT", path, send("PUT", path, body));
    }

    public JsonObject patch(String path, JsonValue body) {
        return expect(2, "PATCH", path, send("PATCH", path, body));
    }

    public void delete(String path) {
        expect(2, "DELETE", path, send("DELETE", path, null));
    }

    /** Whatever comes, with its status: for tests of refusals. */
    public HttpResponse<String> send(String method, String path, JsonValue body) {
        return exchange(request("api/v1/" + path, method, body), BodyHandlers.ofString());
    }

    /** @param version an ETag */
    HttpResponse<String> patchIfMatch(String version, String path, JsonValue body) {
        HttpRequest request = HttpRequest.newBuilder(request("api/v1/" + path, "PATCH", body), (name, value) -> true)
                .header("If-Match", version)
                .build();
        return exchange(request, BodyHandlers.ofString());
    }

    /** @param keys of {@code Idempotency-Key}, each in a field of its own */
    HttpResponse<String> postWithKey(String path, JsonValue body, String... keys) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request("api/v1/" + path, "POST", body), (name, value) -> true);
        for (String key : keys) {
            builder.header("Idempotency-Key", key);
        }
        return exchange(builder.build(), BodyHandlers.ofString());
    }

    /** What may be no JSON at all is sent as JSON. */
    HttpResponse<String> sendText(String method, String path, String body) {
        return exchange(textRequest("api/v1/" + path, method, body), BodyHandlers.ofString());
    }

    /** A body as it comes, without saying how long it is. */
    HttpResponse<String> stream(String method, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(root.resolve("api/v1/" + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return exchange(request, BodyHandlers.ofString());
    }

    /** Sends content for as long as there is some, or until the answer is cancelled. */
    CompletableFuture<HttpResponse<String>> upload(String path, Supplier<InputStream> content) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve("api/v1/" + path))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofInputStream(content));
        authenticate(builder);
        return client.sendAsync(builder.build(), BodyHandlers.ofString());
    }

    public byte[] bytes(String path) {
        return exchange(request("api/v1/" + path, "GET", null), BodyHandlers.ofByteArray())
                .body();
    }

    /** A page rather than REST; {@code path} is below the root of the site. */
    public HttpResponse<String> page(String path) {
        return exchange(request(path, "GET", null), BodyHandlers.ofString());
    }

    /** Opens a socket as a page of the site does; {@code path} is below the root of the site. */
    WebSocket socket(String path, WebSocket.Listener listener) {
        return socketFrom(root.resolve("/").toString().replaceAll("/$", ""), path, listener)
                .join();
    }

    /** The same from a page of another origin; whatever comes of it. */
    CompletableFuture<WebSocket> socketFrom(String origin, String path, WebSocket.Listener listener) {
        return client.newWebSocketBuilder()
                .header("Origin", origin)
                .connectTimeout(LIMIT)
                .buildAsync(URI.create(root.resolve(path).toString().replaceFirst("^http", "ws")), listener);
    }

    /** @param namesAndValues alternating; values are text */
    public static JsonObject object(String... namesAndValues) {
        JsonObjectBuilder builder = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    private HttpRequest request(String path, String method, JsonValue body) {
        return textRequest(path, method, body == null ? null : body.toString());
    }

    private HttpRequest textRequest(String path, String method, String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json, */*;q=0.5")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        authenticate(builder);
        return builder.build();
    }

    private void authenticate(HttpRequest.Builder builder) {
        token.ifPresent(bearer -> builder.header("Authorization", "Bearer " + bearer));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> csrf)
                .filter(cookie -> cookie.getName().equals("gatehouse-csrf"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> builder.header("X-CSRF-Token", token));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject expect(int family, String method, String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != family) {
            throw new AssertionError(
                    method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        if (response.body().isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
