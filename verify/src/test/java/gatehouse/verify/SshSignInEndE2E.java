package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever OpenSSH holds open for a person ends with their sign-in: the menu, a shell, a jump, files, a connection with nothing on it. */
class SshSignInEndE2E {
    private static final String ASSET = "ssh-end-target";

    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static Estate estate;
    private static String asset;
    private static Rest admin;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        estate = new Estate(gatehouse);
        asset = estate.sshAsset(ASSET, target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        person("selma");
        client().ssh(login("selma"), "true").run();
        estate.acceptHostKeys();
        admin = gatehouse.admin();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void anAdministratorEndsEverySignInOfAPerson() {
        String id = person("sven");
        assertAllEnd(
                "sven",
                "ended by admin",
                () -> signIns(id).forEach(signIn -> admin.post("authentication/sign-ins/" + signIn + "/end/", null)));
        assertThat(client().ssh(login("sven"), "echo in again").run().out()).isEqualTo("in again\n");
    }

    @Test
    void aPersonSignsOutEverywhereElse() {
        person("stella");
        Rest browser = gatehouse.rest("stella", Estate.PASSWORD);
        assertAllEnd("stella", "signed out", () -> browser.post("authentication/sign-ins/own/end-others/", null));
        assertThat(browser.get("users/me/").getString("username")).isEqualTo("stella");
    }

    @Test
    void aUserWhoIsDisabledIsOut() {
        String id = person("simon");
        assertAllEnd(
                "simon",
                "disabled",
                () -> admin.patch(
                        "users/users/" + id + "/",
                        Json.createObjectBuilder().add("active", false).build()));
        assertThat(client().ssh(login("simon"), "true").run().code()).isEqualTo(255);
    }

    @Test
    void aUserWhoseTimeIsOverIsOut() {
        String id = person("sofia");
        assertAllEnd(
                "sofia",
                "is over",
                () -> admin.patch(
                        "users/users/" + id + "/",
                        object("expiresAt", Instant.now().plusSeconds(2).toString())));
        assertThat(client().ssh(login("sofia"), "true").run().code()).isEqualTo(255);
    }

    @Test
    void whoChangesThePasswordThrowsEverybodyOutWhoCameInByTheOldOne() {
        person("samuel");
        Rest browser = gatehouse.rest("samuel", Estate.PASSWORD);
        assertAllEnd(
                "samuel",
                "password changed",
                () -> browser.post(
                        "users/me/password/",
                        object("oldPassword", Estate.PASSWORD, "newPassword", "Green-Ladder-18-Cloud")));
        assertThat(client().ssh(login("samuel"), "true").run().code()).isEqualTo(255);
    }

    /** Opens all there is, ends the sign-ins, and waits until all clients are gone. */
    private static void assertAllEnd(String person, String why, Runnable end) {
        List<Conversation> open = new ArrayList<>();
        try {
            Conversation menu = begin(open, client().terminal(person), "Opt>");
            Conversation shell = begin(open, client().terminal(login(person)), "$ ");
            shell.type("echo in-the-$((40 + 2))\n");
            shell.expect("in-the-42");
            Conversation jump = begin(open, jump(person), "");
            jump.type("echo jumped-$((40 + 2))\n");
            jump.expect("jumped-42");
            Conversation files = begin(open, client().sftp(login(person)), "");
            files.type("pwd\n");
            files.expect("working directory");
            Conversation tree = begin(open, client().sftp(person), "");
            tree.type("pwd\n");
            tree.expect("working directory");
            Conversation nothing =
                    begin(open, client().options("-v").forwardingOnly(person), "Entering interactive session");

            end.run();

            files.typeUntilItEnds("ls\n");
            tree.typeUntilItEnds("ls\n");
            open.forEach(client -> assertThat(client.end()).as(client.shown()).isNotZero());
            for (Conversation told : List.of(menu, nothing)) {
                assertThat(told.shown()).contains(why);
            }
            // a session's own clock may be faster when a person's time is over
            assertThat(shell.shown()).containsAnyOf(why, "because the permission for it ends");
        } finally {
            open.forEach(Conversation::close);
        }
        Eventually.holds(() -> assertThat(live(person)).isEmpty());
    }

    private static Conversation begin(List<Conversation> open, Program program, String shows) {
        Conversation client = program.converse();
        open.add(client);
        client.expect(shows);
        return client;
    }

    private static List<JsonObject> live(String person) {
        return admin
                .get("terminal/sessions?limit=100&search=" + person)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(session -> session.getString("state").equals("live"))
                .toList();
    }

    private static List<String> signIns(String user) {
        return admin
                .get("authentication/sign-ins?limit=200&open=true&order=-startedAt")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(signIn -> signIn.getString("user").equals(user))
                .map(signIn -> signIn.getString("id"))
                .toList();
    }

    private static String person(String name) {
        String id = estate.user(name);
        estate.permit(id, asset, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD");
        return id;
    }

    private static String login(String name) {
        return name + "@" + TestingSshServer.USER + "@" + ASSET;
    }

    private static SshClient client() {
        return new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
    }

    /** {@code ssh -J person@gatehouse deploy@asset}, whose outer connection is a process of ssh's own. */
    private static Program jump(String person) {
        String outer = client().commandLine(person) + " -W %h:%p 127.0.0.1";
        return new SshClient(target.port(), Estate.PASSWORD)
                .options("-o", "ProxyCommand=" + outer, "-o", "HostName=" + ASSET)
                .terminal(TestingSshServer.USER);
    }
}
