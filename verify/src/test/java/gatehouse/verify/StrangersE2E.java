package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What somebody sends who is not signed in costs little, and keeps nobody else out (R12.5, R12.7). */
class StrangersE2E {
    private static final String SIGN_IN = "authentication/sign-in/";

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();
    private final SSLContext trust = Rest.trusting(gatehouse.home().resolve("tls/ca.pem"));

    /** They hold them for as long as a body may take to come, so that they are taken again until somebody was refused. */
    @Test
    void whoeverHoldsTheirNetworksPlacesKeepsNobodyElseOut() throws IOException {
        List<Socket> open = new CopyOnWriteArrayList<>();
        try {
            Eventually.holds(() -> {
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int i = 0; i < 70; i++) {
                        Future<Boolean> _ = threads.submit(() -> open.add(unfinished("127.0.0.70")));
                    }
                }
                assertThat(signIn(from("127.0.0.70")).statusCode()).isEqualTo(429);
                assertThat(signIn(from("127.0.0.1")).statusCode()).isEqualTo(200);
            });
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        Eventually.holds(
                () -> assertThat(signIn(from("127.0.0.70")).statusCode()).isEqualTo(200));
    }

    @Test
    void aBodyThatNeverEndsIsNotWaitedFor() throws IOException {
        try (Socket socket = unfinished("127.0.0.71")) {
            socket.setSoTimeout(180_000);
            byte[] answer = socket.getInputStream().readNBytes(12);

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
        }
        assertThat(signIn(from("127.0.0.71")).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodySendsMoreThanIsWanted() {
        Rest admin = gatehouse.admin();

        assertRefused(gatehouse.rest().sendText("POST", SIGN_IN, text(17 << 10)));
        assertRefused(gatehouse.rest().stream("POST", SIGN_IN, text(17 << 10)));
        assertRefused(admin.sendText("POST", "users/me/ssh-keys/", text(257 << 10)));
        assertRefused(admin.sendText("POST", "perms/asset-permissions/", text(1025 << 10)));
        assertThat(admin.sendText("POST", "perms/asset-permissions/", text(1023 << 10))
                        .body())
                .doesNotContain("BODY_TOO_LARGE");
    }

    /** Whether it leads to the sign-in or nowhere: only there can somebody sign in where what is too much is refused. */
    @Test
    void aPathThatIsWrittenInAnotherWayLeadsPastNoBound() {
        for (String path : List.of(
                "authentication/sign-in;a=b/",
                "authentication;a=b/sign-in/",
                "authentication//sign-in/",
                "authentication/%73ign-in/",
                "authentication/./sign-in/")) {
            HttpResponse<String> tooMuch = gatehouse.rest().sendText("POST", path, text(17 << 10));
            assertThat(tooMuch.statusCode()).as(path).isIn(400, 404);
            boolean bounded = tooMuch.body().contains("BODY_TOO_LARGE");
            assertThat(signIn(gatehouse.rest(), path).statusCode())
                    .as(path)
                    .isIn(bounded ? List.of(200, 404) : List.of(400, 404));
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    /** A body of that many bytes. */
    private static String text(int length) {
        String around = Json.createObjectBuilder(object("username", "")).build().toString();
        return around.replace("\"\"", "\"" + "x".repeat(length - around.length()) + "\"");
    }

    private Rest from(String address) {
        return Rest.from(address, gatehouse.httpsPort(), gatehouse.home().resolve("tls/ca.pem"));
    }

    private static HttpResponse<String> signIn(Rest rest) {
        return signIn(rest, SIGN_IN);
    }

    private static HttpResponse<String> signIn(Rest rest, String path) {
        return rest.send(
                "POST", path, object("username", RunningGatehouse.ADMIN, "password", RunningGatehouse.ADMIN_PASSWORD));
    }

    /** A sign-in whose body never comes. */
    private Socket unfinished(String from) throws IOException {
        Socket socket = trust.getSocketFactory()
                .createSocket("127.0.0.1", gatehouse.httpsPort(), InetAddress.ofLiteral(from), 0);
        String request = String.join(
                "\r\n",
                "POST /api/v1/" + SIGN_IN + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 100",
                "",
                "{\"username\":");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
