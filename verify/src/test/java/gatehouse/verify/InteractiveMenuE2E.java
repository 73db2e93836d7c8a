package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code ssh user@gatehouse} meets, with the real client and a real server behind it. */
class InteractiveMenuE2E {
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static SshClient mia;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset("menu-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("mia"), asset, TestingSshServer.USER, "CONNECT");
        mia = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        mia.ssh("mia@" + TestingSshServer.USER + "@menu-target", "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void listsWhatMayBeReachedInBothLanguagesAndLeaves() {
        Program.Result result = mia.terminal("mia").typing("p\ns\np\ns\nq\n").run();

        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(result.out()).contains("menu-target", "127.0.0.1", "Page 1 of 1", "共 1 页", "Goodbye.");
    }

    @Test
    void aNameThatFitsOnceConnectsAndTheMenuComesBack() {
        Program.Result result = mia.terminal("mia")
                .typing("menu-tar\necho the-answer-is-$((6 * 7))\nexit\n")
                .run();

        assertThat(result.out()).contains("the-answer-is-42", "The session with menu-target has ended.");
        assertThat(result.out().substring(result.out().lastIndexOf("has ended")))
                .contains("Opt>");
    }

    @Test
    void whatWasTypedIsFoundAmongTheCommands() {
        mia.terminal("mia").typing("menu-tar\necho needle-in-the-log\nexit\n").run();

        Rest admin = gatehouse.admin();
        // what was typed behind it has it in its output
        JsonObject command =
                Eventually.found(() -> admin
                        .get("terminal/commands?search=needle-in-the-log")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(found -> found.getString("text").equals("echo needle-in-the-log"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("it is not listed")));
        assertThat(command.getString("username")).isEqualTo("mia");
    }
}
