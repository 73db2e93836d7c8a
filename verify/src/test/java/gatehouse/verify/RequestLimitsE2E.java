package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Requests that are too large, too deep, too greedy or addressed to somebody else. */
class RequestLimitsE2E {
    private static final String SIGN_IN = "/api/v1/authentication/sign-in/";

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();
    /** One for all sockets, so that many are open before the first is given up. */
    private final SSLContext trust = Rest.trusting(gatehouse.home().resolve("tls/ca.pem"));

    /** R12.5 */
    @Test
    void aGigabyteIsRefusedBeforeItIsSent() throws IOException {
        List<String> answer = overTls(
                "POST " + SIGN_IN + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 1073741824",
                "",
                "{\"username\":\"");

        assertThat(answer.getFirst()).contains(" 400 ");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsCutOff() {
        HttpResponse<String> answer = gatehouse.rest().stream(
                "POST", "authentication/sign-in/", "{\"username\":\"" + "x".repeat(11_000_000) + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void deepJsonIsRefused() {
        HttpResponse<String> answer =
                gatehouse.rest().stream("POST", "authentication/sign-in/", "{\"username\":" + "[".repeat(100_000));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void nobodyGetsEverythingInOneList() {
        Rest admin = gatehouse.admin();

        assertThat(admin.send("GET", "users/users?limit=100000", null).statusCode())
                .isEqualTo(400);
        assertThat(admin.send("GET", "users/users?limit=-1", null).statusCode()).isEqualTo(400);
        assertThat(admin.send("GET", "users/users?offset=-1", null).statusCode())
                .isEqualTo(400);
        assertThat(admin.send("GET", "users/users?order=passwordHash", null).statusCode())
                .isEqualTo(400);
    }

    /** R12.7: bodies that never come keep a thread each, and the next request of the same person is refused. */
    @Test
    void onePersonHoldsOnlyTheirShareOfTheServer() throws IOException {
        new Estate(gatehouse).user("greta");
        Rest greta = gatehouse.rest("greta", Estate.PASSWORD);
        String token =
                greta.post("users/me/tokens", Rest.object("name", "many")).getString("token");
        List<Socket> open = new CopyOnWriteArrayList<>();
        try {
            Eventually.holds(() -> {
                hold(open, 40, "/api/v1/users/me/ssh-keys", "Authorization: Bearer " + token);
                assertThat(greta.send("GET", "users/me", null).statusCode()).isEqualTo(429);
            });
            assertThat(gatehouse.admin().send("GET", "users/me", null).statusCode())
                    .isEqualTo(200);
        } finally {
            open.forEach(RequestLimitsE2E::close);
        }
        Eventually.holds(() ->
                assertThat(greta.send("GET", "users/me", null).statusCode()).isEqualTo(200));
    }

    /** R12.7: the same by strangers, who keep other strangers out and nobody who is signed in. */
    @Test
    void strangersHoldOnlyTheirShareOfTheServer() throws IOException {
        Rest admin = gatehouse.admin();
        List<Socket> open = new CopyOnWriteArrayList<>();
        try {
            Eventually.holds(() -> {
                hold(open, 80, SIGN_IN, "Accept: application/json");
                HttpResponse<String> answer = signIn();
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.body()).contains("TOO_MANY_REQUESTS", "try again in a few seconds");
            });
            assertThat(admin.send("GET", "users/me", null).statusCode()).isEqualTo(200);
            assertThat(admin.send("GET", "terminal/sessions?limit=1", null).statusCode())
                    .isEqualTo(200);
        } finally {
            open.forEach(RequestLimitsE2E::close);
        }
        Eventually.holds(() -> assertThat(signIn().statusCode()).isEqualTo(200));
    }

    private HttpResponse<String> signIn() {
        return gatehouse
                .rest()
                .send(
                        "POST",
                        "authentication/sign-in/",
                        Rest.object("username", RunningGatehouse.ADMIN, "password", RunningGatehouse.ADMIN_PASSWORD));
    }

    /** That many and no more, all at once: a body is waited for for some seconds only, and whoever is too slow takes them again. */
    private void hold(List<Socket> open, int count, String path, String header) {
        open.forEach(RequestLimitsE2E::close);
        open.clear();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                Future<Boolean> _ = threads.submit(() -> open.add(unfinished(path, header)));
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request whose body never comes. */
    private Socket unfinished(String path, String header) throws IOException {
        Socket socket = trust.getSocketFactory().createSocket("localhost", gatehouse.httpsPort());
        send(
                socket,
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                header,
                "Content-Type: application/json",
                "Content-Length: 100",
                "",
                "{\"name\":");
        return socket;
    }

    @Test
    void plainHttpLeadsOnlyToThisServer() throws IOException {
        assertThat(overHttp("localhost:" + gatehouse.httpPort()))
                .anySatisfy(line -> assertThat(line).contains(" 302 "))
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("Location: https://localhost:" + gatehouse.httpsPort() + "/ui/?a=b"));
        for (String stranger : List.of("evil.example", "localhost.evil.example", "localhost@evil.example", "")) {
            assertThat(overHttp(stranger).getFirst()).as(stranger).contains(" 400 ");
        }
    }

    @Test
    void anAssetThatOneDoesNotReachLooksLikeNone() {
        Estate estate = new Estate(gatehouse);
        String hidden = estate.sshAsset("hidden-from-ottilie", 22);
        estate.user("ottilie");
        Rest ottilie = gatehouse.rest("ottilie", Estate.PASSWORD);

        assertThat(explained(ottilie, hidden)).isEqualTo(explained(ottilie, "01234567-89ab-7def-8123-456789abcdef"));
    }

    private static String explained(Rest person, String asset) {
        return person.post(
                        "perms/explain/",
                        Json.createObjectBuilder(Rest.object("asset", asset, "account", "@USER"))
                                .build())
                .toString();
    }

    private List<String> overHttp(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gatehouse.httpPort())) {
            return exchange(socket, "GET /ui/?a=b HTTP/1.1", "Host: " + host, "Connection: close", "");
        }
    }

    private List<String> overTls(String... lines) throws IOException {
        SocketFactory factory =
                Rest.trusting(gatehouse.home().resolve("tls/ca.pem")).getSocketFactory();
        try (Socket socket = factory.createSocket("localhost", gatehouse.httpsPort())) {
            return exchange(socket, lines);
        }
    }

    /** Up to the end of the headers. */
    private static List<String> exchange(Socket socket, String... lines) throws IOException {
        socket.setSoTimeout(180_000);
        send(socket, lines);
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        return Stream.generate(() -> line(reader))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static void send(Socket socket, String... lines) throws IOException {
        String request = String.join("\r\n", lines) + (lines[lines.length - 1].isEmpty() ? "\r\n" : "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String line(BufferedReader reader) {
        try {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
