package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator does to somebody's running session, and what that person's own client shows of it. */
class SessionControlE2E {
    private static final String LOGIN = "connie@" + TestingSshServer.USER + "@control-target";

    private static TestingSshServer target;
    private static Rest admin;
    private static SshClient connie;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        RunningGatehouse gatehouse = RunningGatehouse.shared();
        admin = gatehouse.admin();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset("control-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("connie"), asset, TestingSshServer.USER, "CONNECT");
        connie = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        connie.ssh(LOGIN, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void aSessionIsLockedUnlockedAndEndedWithAMessage() {
        try (Conversation shell = connie.terminal(LOGIN).converse()) {
            shell.type("echo here-$((6 * 7))\n");
            shell.expect("here-42");
            String session = "terminal/sessions/" + live() + "/";

            admin.post(session + "lock/", null);
            shell.expect("This session was locked by ");
            admin.post(session + "unlock/", null);
            shell.expect("This session was unlocked.");
            shell.type("echo after-$((6 * 7))\n");
            shell.expect("after-42");

            admin.post(session + "terminate/", object("message", "the room is being cleaned"));
            shell.expect(": the room is being cleaned");
            assertThat(shell.end()).isEqualTo(255);
            Eventually.holds(
                    () -> assertThat(admin.get(session).getString("result")).isEqualTo("terminated"));
            for (String type : new String[] {"session.locked", "session.unlocked", "session.terminated"}) {
                assertThat(admin.get("audits/events/?limit=100&type=" + type).toString())
                        .as(type)
                        .contains(session.split("/", -1)[2]);
            }
        }
    }

    private static String live() {
        return admin.get("terminal/sessions?limit=1&state=live&search=control-target")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .getFirst()
                .getString("id");
    }
}
