package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A running shell in the browser: shared with others, cut off and found again, flooded from both sides. */
class SessionShareE2E {
    private static final String TAB = "secret-of-this-tab";
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static String asset;
    private static Rest alice;
    private static Rest bob;
    private static String bobId;
    private static Rest carol;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        asset = estate.sshAsset("shared-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("share-alice"), asset, TestingSshServer.USER, "CONNECT", "SHARE");
        bobId = estate.user("share-bob");
        estate.user("share-carol");
        new SshClient(gatehouse.sshPort(), Estate.PASSWORD)
                .ssh("share-alice@" + TestingSshServer.USER + "@shared-target", "true")
                .run();
        estate.acceptHostKeys();
        alice = gatehouse.rest("share-alice", Estate.PASSWORD);
        bob = gatehouse.rest("share-bob", Estate.PASSWORD);
        carol = gatehouse.rest("share-carol", Estate.PASSWORD);
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void whatAGuestTypesRunsAndIsTheirs() {
        try (TestingTab shell = open()) {
            String session = session(shell);
            shell.type("echo seen-by-$((40 + 2))\r");
            shell.awaitShown("seen-by-42");
            JsonObject invitation = redeemed(bob, share(session, "write"));

            try (TestingTab guest = TestingTab.at(bob, "join/" + invitation.getString("id"))) {
                guest.awaitShown("seen-by-42");
                shell.awaitPeople(2);
                shell.awaitShown("share-bob joined this session and may type.");
                guest.type("echo typed-by-$((6 * 7))\r");
                shell.awaitShown("typed-by-42");
                guest.awaitShown("typed-by-42");
            }

            shell.awaitShown("share-bob left this session.");
            shell.type("exit\r");
            shell.awaitControl("ended");
            assertThat(cast(session))
                    .contains("\"m\", \"typing: share-bob\"")
                    .contains("share-bob joined this session");
            JsonObject command = commands(session).getValuesAs(JsonObject.class).stream()
                    .filter(row -> row.getString("text").contains("typed-by"))
                    .findFirst()
                    .orElseThrow();
            assertThat(command.getString("typedBy")).isEqualTo("share-bob");
            assertThat(events("session.guest-joined")).contains(session);
            assertThat(events("session.guest-left")).contains(session);
        }
    }

    @Test
    void aLinkIsForThoseWhoAreNamedAndWorksOnceForEach() {
        try (TestingTab shell = open()) {
            String token = share(session(shell), "read");
            assertThat(redeem(carol, token).statusCode()).isEqualTo(404);
            assertThat(redeem(bob, token + "x").statusCode()).isEqualTo(404);
            assertThat(redeem(gatehouse.rest(), token).statusCode()).isEqualTo(401);
            HttpResponse<String> page = bob.page("luna/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(redeem(bob, token).statusCode()).isEqualTo(200);
            assertThat(redeem(bob, token).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void whoMayOnlyLookDoesNotType() {
        try (TestingTab shell = open()) {
            JsonObject invitation = redeemed(bob, share(session(shell), "read"));
            try (TestingTab guest = TestingTab.at(bob, "join/" + invitation.getString("id"))) {
                shell.awaitPeople(2);
                guest.type("echo never-$((1 + 1))\r");
                shell.type("echo after-$((1 + 1))\r");
                guest.awaitShown("after-2");
                assertThat(shell.shown()).doesNotContain("never-");
            }
        }
    }

    @Test
    void takingTheInvitationBackSendsTheGuestAway() {
        try (TestingTab shell = open()) {
            String session = session(shell);
            JsonObject invitation = redeemed(bob, share(session, "write"));
            String id = invitation.getString("id");
            TestingTab guest = TestingTab.at(bob, "join/" + id);
            shell.awaitPeople(2);

            alice.post(
                    "terminal/sessions/" + session + "/shares/" + id + "/revoke/",
                    Json.createObjectBuilder().build());

            assertThat(guest.awaitControl("ended").getString("detail")).contains("taken back by share-alice");
            guest.awaitClosed();
            shell.awaitShown("share-bob was removed from this session");
            shell.awaitPeople(1);
            assertThat(TestingTab.at(bob, "join/" + id).awaitControl("ended").getString("code"))
                    .isEqualTo("SHARE_UNKNOWN");
            assertThat(events("session.share-revoked")).contains(session);
        }
    }

    @Test
    void aGuestWhoseAccountIsDisabledGoes() {
        Rest admin = gatehouse.admin();
        String id = new Estate(gatehouse).user("share-dora");
        Rest dora = gatehouse.rest("share-dora", Estate.PASSWORD);
        try (TestingTab shell = open()) {
            JsonObject invitation = redeemed(dora, share(session(shell), "write", id));
            TestingTab guest = TestingTab.at(dora, "join/" + invitation.getString("id"));
            shell.awaitPeople(2);

            admin.patch(
                    "users/users/" + id + "/",
                    Json.createObjectBuilder().add("active", false).build());

            assertThat(guest.awaitControl("ended").getString("detail")).contains("disabled");
            shell.awaitPeople(1);
        }
    }

    /** R11.42: what was shared is over with the right to share it, and does not come back with it. */
    @Test
    void aGuestGoesWhenTheOwnerMayNoLongerShare() {
        Rest admin = gatehouse.admin();
        String permission = new Estate(gatehouse)
                .permit(new Estate(gatehouse).user("share-frida"), asset, TestingSshServer.USER, "CONNECT", "SHARE");
        Rest frida = gatehouse.rest("share-frida", Estate.PASSWORD);
        try (TestingTab shell = open(frida, true)) {
            String session = session(shell);
            String id = redeemed(bob, share(frida, session, "read", bobId)).getString("id");
            String unused = share(frida, session, "read", bobId);
            TestingTab guest = TestingTab.at(bob, "join/" + id);
            shell.awaitPeople(2);

            admin.patch("perms/asset-permissions/" + permission + "/", actions("CONNECT"));

            assertThat(guest.awaitControl("ended").getString("detail")).contains("permission to share");
            shell.awaitPeople(1);
            shell.type("echo goes-on-$((40 + 2))\r");
            shell.awaitShown("goes-on-42");
            admin.patch("perms/asset-permissions/" + permission + "/", actions("CONNECT", "SHARE"));
            assertThat(TestingTab.at(bob, "join/" + id).awaitControl("ended").getString("code"))
                    .isEqualTo("SHARE_UNKNOWN");
            assertThat(redeem(bob, unused).statusCode()).isEqualTo(404);
            assertThat(events("session.share-lapsed")).contains(session);
        }
    }

    /** R11.42, for somebody who shares by right. */
    @Test
    void aGuestGoesWhenTheInviterMayNoLongerShare() {
        Rest admin = gatehouse.admin();
        String gwen = new Estate(gatehouse).user("share-gwen");
        admin.patch("users/users/" + gwen + "/", roles("AUDITOR"));
        try (TestingTab shell = open()) {
            String session = session(shell);
            Rest auditor = gatehouse.rest("share-gwen", Estate.PASSWORD);
            String id = redeemed(bob, share(auditor, session, "read", bobId)).getString("id");
            TestingTab guest = TestingTab.at(bob, "join/" + id);
            shell.awaitPeople(2);

            admin.patch("users/users/" + gwen + "/", roles("USER"));

            assertThat(guest.awaitControl("ended").getString("detail")).contains("permission to share");
            shell.awaitPeople(1);
        }
    }

    /** R11.44 */
    @Test
    void whoMayShareFindsPeopleTheyKnowAndNoList() {
        new Estate(gatehouse).user("share-o");
        try (TestingTab shell = open()) {
            String session = session(shell);
            assertThat(people(session, "")).isEmpty();
            assertThat(people(session, "sh")).isEmpty();
            assertThat(people(session, "hare-bob")).isEmpty();
            assertThat(people(session, "%25%25%25")).isEmpty();
            assertThat(people(session, "Share-Bo")).containsExactly("share-bob");
            assertThat(people(session, "share-o")).containsExactly("share-o");
            assertThat(people(session, "share")).contains("share-bob").hasSizeLessThanOrEqualTo(5);
            assertThat(people(session, "share-alice"))
                    .as("it is their own session")
                    .isEmpty();
            assertThat(carol.send("GET", "terminal/sessions/" + session + "/shares/people/?search=share-bob", null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void sharingNeedsItsAction() {
        String eve = new Estate(gatehouse).user("share-eve");
        new Estate(gatehouse).permit(eve, asset, TestingSshServer.USER, "CONNECT");
        Rest person = gatehouse.rest("share-eve", Estate.PASSWORD);
        try (TestingTab shell = open(person, true)) {
            HttpResponse<String> answer =
                    person.send("POST", "terminal/sessions/" + session(shell) + "/shares/", invitation("read", bobId));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("SHARE_DENIED");
            assertThat(person.send(
                                    "GET",
                                    "terminal/sessions/" + session(shell) + "/shares/people/?search=share-bob",
                                    null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aCutSocketComesBackToTheSameShellWithoutLosingAByte() {
        TestingTab shell = open();
        String session = session(shell);
        shell.type("stty -echo; PS1=; echo re''ady\r");
        shell.awaitShown("ready\r\n");
        shell.type("for i in $(seq 1 20000); do echo line-$i; done; echo all''-done\r");
        shell.awaitShown("line-1000\r\n");
        shell.cut();
        String before = shell.shown();

        try (TestingTab again = resume(session, shell.received())) {
            again.awaitShown("all-done");
            assertThat(again.awaitControl("resumed").getBoolean("snapshot")).isFalse();
            String whole = before + again.shown();
            StringBuilder expected = new StringBuilder();
            for (int i = 1; i <= 20_000; i++) {
                expected.append("line-").append(i).append("\r\n");
            }
            assertThat(whole).contains(expected);
        }
    }

    @Test
    void whoMissedTooMuchSeesTheScreenPainted() {
        TestingTab shell = open();
        String session = session(shell);
        shell.type(
                "sleep 1; seq -s _ 1 400000; printf '\\033[?1049h\\033[2J\\033[3;5Hfull-%s\\033[?1h' screen; touch painted; cat\r");
        shell.cut();
        Eventually.holds(() -> assertThat(target.home().resolve("painted")).exists());
        awaitTraffic(session, 2_688_000);

        try (TestingTab again = resume(session, shell.received())) {
            JsonObject resumed = again.awaitControl("resumed");
            assertThat(resumed.getBoolean("snapshot")).isTrue();
            String screen = resumed.getString("screen");
            // the other screen lies behind the full one, for when the program ends
            assertThat(screen).contains("399999").contains("\033[?1049h");
            assertThat(screen.substring(screen.indexOf("\033[?1049h")))
                    .contains("full-screen")
                    .contains("\033[?1h")
                    .doesNotContain("399999");
            again.type("still-here\r");
            again.awaitShown("still-here");
        }
    }

    @Test
    void onlyTheSameTabAndSignInComeBack() {
        TestingTab shell = open();
        String session = session(shell);
        shell.cut();
        for (TestingTab thief : new TestingTab[] {
            resume(alice, session, "another-secret"), resume(bob, session, TAB), resume(signedInAgain(), session, TAB)
        }) {
            assertThat(thief.awaitControl("ended").getString("code")).isEqualTo("SESSION_ENDED");
        }
        try (TestingTab again = resume(session, 0)) {
            again.awaitControl("resumed");
        }
    }

    /** R20.1: what is under way is bounded, whatever the target prints; the rest waits there. */
    @Test
    void aBrowserThatDoesNotAcknowledgeHoldsTheTarget() {
        try (TestingTab shell = open(alice, false)) {
            String session = session(shell);
            shell.type("head -c 60000000 /dev/zero | tr '\\0' x; echo the''-end\r");
            awaitTraffic(session, 1024 * 1024);
            shell.type("\r");
            assertThat(traffic(session)).isLessThan(12L * 1024 * 1024);
            assertThat(shell.shown()).doesNotContain("the-end");
        }
    }

    /** R20.4 */
    @Test
    void aBrowserThatFloodsInputIsCutOffAndTheShellGoesOn() {
        TestingTab shell = open();
        String session = session(shell);
        shell.type("echo qui''et; sleep 600\r");
        shell.awaitShown("quiet");
        byte[] flood = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        int sent = 0;
        while (sent < 4096 && shell.send(flood)) {
            sent++;
        }
        shell.awaitClosed();
        assertThat(sent).isLessThan(4096);
        try (TestingTab again = resume(session, shell.received())) {
            again.awaitControl("resumed");
        }
    }

    /** R20.5 */
    @Test
    void aSocketCarriesOneShell() {
        TestingTab other = open();
        String session = session(other);
        other.cut();
        TestingTab shell = open();
        String mine = session(shell);

        shell.say(resumption(session, TAB, 0));

        assertThat(shell.awaitControl("ended").getString("code")).isEqualTo("FRAME_INVALID");
        for (String kept : new String[] {session, mine}) {
            try (TestingTab again = resume(kept, 0)) {
                again.awaitControl("resumed");
            }
        }
    }

    /** R20.6: nobody waits for them, not even whoever sends them away. */
    @Test
    void aGuestWhoDoesNotReadHoldsNobodyAndIsCutOff() {
        try (TestingTab shell = open()) {
            String session = session(shell);
            String id = redeemed(bob, share(session, "write")).getString("id");
            TestingTab guest = TestingTab.thatNeverReads(bob, "join/" + id);
            shell.awaitPeople(2);
            shell.type("head -c 40000000 /dev/zero | tr '\\0' x; echo flo''oded\r");
            shell.awaitShown("flooded");

            alice.post(
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
        assertThatThrownBy(
                        () -> alice.socketFrom("https://elsewhere.example", "ws/terminal", new WebSocket.Listener() {})
                                .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure ->
                        assertThat(rootOf(failure).getResponse().statusCode()).isEqualTo(403));
    }

    private static WebSocketHandshakeException rootOf(Throwable failure) {
        return (WebSocketHandshakeException) failure.getCause();
    }

    private static TestingTab open() {
        return open(alice, true);
    }

    private static TestingTab open(Rest person, boolean acknowledging) {
        String token = person.post(
                        "authentication/connection-token/",
                        object("asset", asset, "account", TestingSshServer.USER, "protocol", "ssh"))
                .getString("value");
        TestingTab tab = acknowledging
                ? TestingTab.at(person, "terminal")
                : TestingTab.thatNeverAcknowledges(person, "terminal");
        tab.say(Json.createObjectBuilder(object("type", "open", "token", token, "tab", TAB))
                .add("columns", 80)
                .add("rows", 24)
                .build());
        return tab;
    }

    private static TestingTab resume(String session, long received) {
        TestingTab tab = TestingTab.at(alice, "terminal");
        tab.say(resumption(session, TAB, received));
        return tab;
    }

    private static TestingTab resume(Rest person, String session, String secret) {
        TestingTab tab = TestingTab.at(person, "terminal");
        tab.say(resumption(session, secret, 0));
        return tab;
    }

    private static JsonObject resumption(String session, String secret, long received) {
        return Json.createObjectBuilder(object("type", "resume", "session", session, "tab", secret))
                .add("received", received)
                .add("columns", 80)
                .add("rows", 24)
                .build();
    }

    private static Rest signedInAgain() {
        return gatehouse.rest("share-alice", Estate.PASSWORD);
    }

    private static String session(TestingTab shell) {
        return shell.awaitControl("opened").getString("session");
    }

    /** Gives the token of the link. */
    private static String share(String session, String access) {
        return share(session, access, bobId);
    }

    private static String share(String session, String access, String user) {
        return share(alice, session, access, user);
    }

    private static String share(Rest inviter, String session, String access, String user) {
        String link = inviter.post("terminal/sessions/" + session + "/shares/", invitation(access, user))
                .getString("link");
        assertThat(link).startsWith("/luna/#/join?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    private static List<String> people(String session, String search) {
        return alice
                .array("terminal/sessions/" + session + "/shares/people/?search=" + search)
                .getValuesAs(JsonObject.class)
                .stream()
                .map(person -> person.getString("username"))
                .toList();
    }

    private static JsonObject actions(String... actions) {
        return list("actions", actions);
    }

    private static JsonObject roles(String... roles) {
        return list("roles", roles);
    }

    private static JsonObject list(String name, String... values) {
        return Json.createObjectBuilder()
                .add(name, Json.createArrayBuilder(List.of(values)))
                .build();
    }

    private static JsonObject invitation(String access, String user) {
        return Json.createObjectBuilder(object("access", access))
                .add("users", Json.createArrayBuilder().add(user))
                .add("minutes", 30)
                .build();
    }

    private static HttpResponse<String> redeem(Rest person, String token) {
        return person.send("POST", "terminal/invitations/redeem/", object("token", token));
    }

    private static JsonObject redeemed(Rest person, String token) {
        return person.post("terminal/invitations/redeem/", object("token", token));
    }

    private static void awaitTraffic(String session, long bytes) {
        for (int i = 0; i < 600 && traffic(session) < bytes; i++) {
            alice.get("terminal/sessions/" + session + "/");
        }
        assertThat(traffic(session)).isGreaterThanOrEqualTo(bytes);
    }

    private static long traffic(String session) {
        return alice.get("terminal/sessions/" + session + "/")
                .getJsonNumber("outputBytes")
                .longValue();
    }

    private static String cast(String session) {
        return new String(gatehouse.admin().bytes("terminal/sessions/" + session + "/replay/"), StandardCharsets.UTF_8);
    }

    private static JsonArray commands(String session) {
        return gatehouse.admin().get("terminal/commands/?session=" + session).getJsonArray("items");
    }

    private static String events(String type) {
        return gatehouse.admin().get("audits/events/?limit=100&type=" + type).toString();
    }
}
