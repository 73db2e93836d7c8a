package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A running shell in the browser, shared with others. */
class SessionShareE2E {
    private static ShellEstate shells;

    @BeforeAll
    static void begin() {
        shells = new ShellEstate("share");
    }

    @AfterAll
    static void end() {
        shells.close();
    }

    @Test
    void whatAGuestTypesRunsAndIsTheirs() {
        try (TestingTab shell = shells.open()) {
            String session = shells.session(shell);
            shell.type("echo seen-by-$((40 + 2))\r");
            shell.awaitShown("seen-by-42");
            JsonObject invitation = shells.redeemed(shells.bob(), shells.share(session, "write"));

            try (TestingTab guest = TestingTab.at(shells.bob(), "join/" + invitation.getString("id"))) {
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
            Eventually.holds(() -> assertThat(cast(session))
                    .contains("\"m\", \"typing: share-bob\"")
                    .contains("share-bob joined this session"));
            JsonObject command = Eventually.found(() -> commands(session).getValuesAs(JsonObject.class).stream()
                    .filter(row -> row.getString("text").contains("typed-by"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no such command")));
            assertThat(command.getString("typedBy")).isEqualTo("share-bob");
            Eventually.holds(() -> {
                assertThat(events("session.guest-joined")).contains(session);
                assertThat(events("session.guest-left")).contains(session);
            });
        }
    }

    @Test
    void aLinkIsForThoseWhoAreNamedAndWorksOnceForEach() {
        try (TestingTab shell = shells.open()) {
            String token = shells.share(shells.session(shell), "read");
            assertThat(redeem(shells.carol(), token).statusCode()).isEqualTo(404);
            assertThat(redeem(shells.bob(), token + "x").statusCode()).isEqualTo(404);
            assertThat(redeem(shells.gatehouse().rest(), token).statusCode()).isEqualTo(401);
            HttpResponse<String> page = shells.bob().page("luna/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(redeem(shells.bob(), token).statusCode()).isEqualTo(200);
            assertThat(redeem(shells.bob(), token).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void aLinkSaysWhatItIsForAndIsNotUsedUpByThat() {
        try (TestingTab shell = shells.open()) {
            String session = shells.session(shell);
            String token = shells.share(session, "write");
            assertThat(look(shells.carol(), token).statusCode()).isEqualTo(404);
            assertThat(look(shells.bob(), token + "x").statusCode()).isEqualTo(404);
            assertThat(look(shells.gatehouse().rest(), token).statusCode()).isEqualTo(401);

            JsonObject seen = shells.bob().post("terminal/invitations/look/", object("token", token));
            assertThat(seen.getString("invitedBy")).isEqualTo("share-alice");
            assertThat(seen.getString("session")).isEqualTo(session);
            assertThat(seen.getString("access")).isEqualTo("write");
            assertThat(shells.bob().array("terminal/invitations/").toString()).doesNotContain(session);

            JsonObject redeemed = shells.bob().post("terminal/invitations/redeem/", object("token", token));
            assertThat(redeemed).isEqualTo(seen);
            assertThat(look(shells.bob(), token).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void whoMayOnlyLookDoesNotType() {
        try (TestingTab shell = shells.open()) {
            JsonObject invitation = shells.redeemed(shells.bob(), shells.share(shells.session(shell), "read"));
            try (TestingTab guest = TestingTab.at(shells.bob(), "join/" + invitation.getString("id"))) {
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
        try (TestingTab shell = shells.open()) {
            String session = shells.session(shell);
            JsonObject invitation = shells.redeemed(shells.bob(), shells.share(session, "write"));
            String id = invitation.getString("id");
            TestingTab guest = TestingTab.at(shells.bob(), "join/" + id);
            shell.awaitPeople(2);

            shells.alice()
                    .post(
                            "terminal/sessions/" + session + "/shares/" + id + "/revoke/",
                            Json.createObjectBuilder().build());

            assertThat(guest.awaitControl("ended").getString("detail")).contains("taken back by share-alice");
            guest.awaitClosed();
            shell.awaitShown("share-bob was removed from this session");
            shell.awaitPeople(1);
            assertThat(TestingTab.at(shells.bob(), "join/" + id)
                            .awaitControl("ended")
                            .getString("code"))
                    .isEqualTo("SHARE_UNKNOWN");
            Eventually.holds(() -> assertThat(events("session.share-revoked")).contains(session));
        }
    }

    @Test
    void aGuestWhoseAccountIsDisabledGoes() {
        Rest admin = shells.gatehouse().admin();
        String id = new Estate(shells.gatehouse()).user("share-dora");
        Rest dora = shells.gatehouse().rest("share-dora", Estate.PASSWORD);
        try (TestingTab shell = shells.open()) {
            JsonObject invitation = shells.redeemed(dora, shells.share(shells.session(shell), "write", id));
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
        Rest admin = shells.gatehouse().admin();
        String permission = new Estate(shells.gatehouse())
                .permit(
                        new Estate(shells.gatehouse()).user("share-frida"),
                        shells.asset(),
                        TestingSshServer.USER,
                        "CONNECT",
                        "SHARE");
        Rest frida = shells.gatehouse().rest("share-frida", Estate.PASSWORD);
        try (TestingTab shell = shells.open(frida, true)) {
            String session = shells.session(shell);
            String id = shells.redeemed(shells.bob(), shells.share(frida, session, "read", shells.bobId()))
                    .getString("id");
            String unused = shells.share(frida, session, "read", shells.bobId());
            TestingTab guest = TestingTab.at(shells.bob(), "join/" + id);
            shell.awaitPeople(2);

            admin.patch("perms/asset-permissions/" + permission + "/", actions("CONNECT"));

            assertThat(guest.awaitControl("ended").getString("detail")).contains("permission to share");
            shell.awaitPeople(1);
            shell.type("echo goes-on-$((40 + 2))\r");
            shell.awaitShown("goes-on-42");
            admin.patch("perms/asset-permissions/" + permission + "/", actions("CONNECT", "SHARE"));
            assertThat(TestingTab.at(shells.bob(), "join/" + id)
                            .awaitControl("ended")
                            .getString("code"))
                    .isEqualTo("SHARE_UNKNOWN");
            assertThat(redeem(shells.bob(), unused).statusCode()).isEqualTo(404);
            assertThat(events("session.share-lapsed")).contains(session);
        }
    }

    /** R11.42, for somebody who shares by right. */
    @Test
    void aGuestGoesWhenTheInviterMayNoLongerShare() {
        Rest admin = shells.gatehouse().admin();
        String gwen = new Estate(shells.gatehouse()).user("share-gwen");
        admin.patch("users/users/" + gwen + "/", roles("AUDITOR"));
        try (TestingTab shell = shells.open()) {
            String session = shells.session(shell);
            Rest auditor = shells.gatehouse().rest("share-gwen", Estate.PASSWORD);
            String id = shells.redeemed(shells.bob(), shells.share(auditor, session, "read", shells.bobId()))
                    .getString("id");
            TestingTab guest = TestingTab.at(shells.bob(), "join/" + id);
            shell.awaitPeople(2);

            admin.patch("users/users/" + gwen + "/", roles("USER"));

            assertThat(guest.awaitControl("ended").getString("detail")).contains("permission to share");
            shell.awaitPeople(1);
        }
    }

    /** R11.44 */
    @Test
    void whoMayShareFindsPeopleTheyKnowAndNoList() {
        new Estate(shells.gatehouse()).user("share-o");
        try (TestingTab shell = shells.open()) {
            String session = shells.session(shell);
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
            assertThat(shells.carol()
                            .send("GET", "terminal/sessions/" + session + "/shares/people/?search=share-bob", null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void sharingNeedsItsAction() {
        String eve = new Estate(shells.gatehouse()).user("share-eve");
        new Estate(shells.gatehouse()).permit(eve, shells.asset(), TestingSshServer.USER, "CONNECT");
        Rest person = shells.gatehouse().rest("share-eve", Estate.PASSWORD);
        try (TestingTab shell = shells.open(person, true)) {
            HttpResponse<String> answer = person.send(
                    "POST",
                    "terminal/sessions/" + shells.session(shell) + "/shares/",
                    shells.invitation("read", shells.bobId()));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("SHARE_DENIED");
            assertThat(person.send(
                                    "GET",
                                    "terminal/sessions/" + shells.session(shell) + "/shares/people/?search=share-bob",
                                    null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static List<String> people(String session, String search) {
        return shells
                .alice()
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

    private static HttpResponse<String> look(Rest person, String token) {
        return person.send("POST", "terminal/invitations/look/", object("token", token));
    }

    private static HttpResponse<String> redeem(Rest person, String token) {
        return person.send("POST", "terminal/invitations/redeem/", object("token", token));
    }

    private static String cast(String session) {
        return new String(
                shells.gatehouse().admin().bytes("terminal/sessions/" + session + "/replay/"), StandardCharsets.UTF_8);
    }

    private static JsonArray commands(String session) {
        return shells.gatehouse()
                .admin()
                .get("terminal/commands/?session=" + session)
                .getJsonArray("items");
    }

    private static String events(String type) {
        return shells.gatehouse()
                .admin()
                .get("audits/events/?limit=100&type=" + type)
                .toString();
    }
}
