package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A running shell in the browser, flooded from both sides; sockets that nobody should have. */
class SocketLimitsE2E {
    private static ShellEstate shells;

    @BeforeAll
    static void begin() {
        shells = new ShellEstate("socket");
    }

    @AfterAll
    static void end() {
        shells.close();
    }

    /** R20.1: what is under way is bounded, whatever the target prints; the rest waits there. */
    @Test
    void aBrowserThatDoesNotAcknowledgeHoldsTheTarget() {
        try (TestingTab shell = shells.open(shells.alice(), false)) {
            String session = shells.session(shell);
            shell.type("head -c 60000000 /dev/zero | tr '\\0' x; echo the''-end\r");
            shells.awaitTraffic(session, 1024 * 1024);
            shells.awaitStandstill(session);
            shell.type("\r");
            assertThat(shells.traffic(session)).isLessThan(12L * 1024 * 1024);
            assertThat(shell.shown()).doesNotContain("the-end");
        }
    }

    /** R20.4 */
    @Test
    void aBrowserThatFloodsInputIsCutOffAndTheShellGoesOn() {
        TestingTab shell = shells.open();
        String session = shells.session(shell);
        shell.type("echo qui''et; sleep 600\r");
        shell.awaitShown("quiet");
        byte[] flood = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        int sent = 0;
        while (sent < 4096 && shell.send(flood)) {
            sent++;
        }
        shell.awaitClosed();
        assertThat(sent).isLessThan(4096);
        try (TestingTab again = shells.resume(session, shell.received())) {
            again.awaitControl("resumed");
        }
    }

    /** R20.5 */
    @Test
    void aSocketCarriesOneShell() {
        TestingTab other = shells.open();
        String session = shells.session(other);
        TestingTab shell = shells.open();
        String mine = shells.session(shell);
        other.cut();

        shell.say(shells.resumption(session, ShellEstate.TAB, 0));

        assertThat(shell.awaitControl("ended").getString("code")).isEqualTo("FRAME_INVALID");
        for (String kept : new String[] {session, mine}) {
            try (TestingTab again = shells.resume(kept, 0)) {
                again.awaitControl("resumed");
            }
        }
    }

    /** R20.6: nobody waits for them, not even whoever sends them away. */
    @Test
    void aGuestWhoDoesNotReadHoldsNobodyAndIsCutOff() {
        try (TestingTab shell = shells.open()) {
            String session = shells.session(shell);
            String id = shells.redeemed(shells.bob(), shells.share(session, "write"))
                    .getString("id");
            TestingTab guest = TestingTab.thatNeverReads(shells.bob(), "join/" + id);
            shell.awaitPeople(2);
            shell.type("head -c 40000000 /dev/zero | tr '\\0' x; echo flo''oded\r");
            shell.awaitShown("flooded");

            shells.alice()
                    .post(
                            "terminal/sessions/" + session + "/shares/" + id + "/revoke/",
                            Json.createObjectBuilder().build());

            shell.awaitPeople(1);
            shell.type("echo go''es-on\r");
            shell.awaitShown("goes-on");
            Eventually.holds(() -> assertThat(guest.send(new byte[] {'x'})).isFalse());
        }
    }

    /** R20.5 */
    @Test
    void aSocketOfAnotherOriginIsRefused() {
        assertThatThrownBy(() -> shells.alice()
                        .socketFrom("https://elsewhere.example", "ws/terminal", new WebSocket.Listener() {})
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure ->
                        assertThat(rootOf(failure).getResponse().statusCode()).isEqualTo(403));
    }

    private static WebSocketHandshakeException rootOf(Throwable failure) {
        return (WebSocketHandshakeException) failure.getCause();
    }
}
