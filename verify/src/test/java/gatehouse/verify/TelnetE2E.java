package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Telnet through the whole product: the person has the ordinary {@code ssh} client, the target is a real telnet server. */
class TelnetE2E {
    private static final String LOGIN = "tess@telnet@" + TestingTelnetServer.USER + "@";
    private static TestingTelnetServer target;
    private static TestingSshServer outer;
    private static TestingSshServer inner;
    private static RunningGatehouse gatehouse;
    private static SshClient tess;
    private static String asset;

    @BeforeAll
    static void estate() {
        target = TestingTelnetServer.start();
        outer = TestingSshServer.start();
        inner = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        estate.platform("Old switch", "GBK", "NONE", "telnet");
        String user = estate.user("tess");
        asset = estate.asset("telnet-target", "Linux", "", Map.of("telnet", target.port()));
        reachable(estate, user, asset);
        reachable(estate, user, estate.asset("telnet-gbk", "Old switch", "", Map.of("telnet", target.port())));
        String first = gateway(estate, "telnet-gate-1", "", outer);
        String zone = estate.zone("telnet outer", "", first);
        String second = gateway(estate, "telnet-gate-2", zone, inner);
        String behind = estate.zone("telnet inner", zone, second);
        reachable(estate, user, estate.asset("telnet-behind", "Linux", behind, Map.of("telnet", target.port())));
        String wrong = estate.asset("telnet-wrong", "Linux", "", Map.of("telnet", target.port()));
        estate.account(wrong, TestingTelnetServer.USER, "not-the-password");
        estate.permit(user, wrong, TestingTelnetServer.USER, "CONNECT");
        tess = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        for (int hop = 0; hop < 2; hop++) {
            tess.terminal(LOGIN + "telnet-behind").typing("exit\n").run();
            estate.acceptHostKeys();
        }
    }

    private static void reachable(Estate estate, String user, String asset) {
        estate.account(asset, TestingTelnetServer.USER, TestingTelnetServer.PASSWORD);
        estate.permit(user, asset, TestingTelnetServer.USER, "CONNECT");
    }

    private static String gateway(Estate estate, String name, String zone, TestingSshServer server) {
        String asset = estate.asset(name, "Linux", zone, Map.of("ssh", server.port()));
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        return asset;
    }

    @AfterAll
    static void stop() {
        target.close();
        outer.close();
        inner.close();
    }

    @Test
    void aPersonReachesATelnetServerIsRecordedAndTheirCommandsAreFound() throws InterruptedException {
        String shown = told("telnet-target", "echo the-answer-is-$((6 * 7)) on $TERM", "the-answer-is-42 on ");
        assertThat(shown).contains("deploy@telnet");

        Recorded recorded = Recorded.last(gatehouse, "telnet-target");
        assertThat(recorded.cast()).contains("the-answer-is-42").doesNotContain(TestingTelnetServer.PASSWORD);
        assertThat(recorded.commands(2)).contains("echo the-answer-is-$((6 * 7)) on $TERM");
    }

    @Test
    void theMenuLeadsThere() {
        // a login program forgets what was typed before it asked
        try (Conversation person = tess.terminal("tess").converse()) {
            person.type("telnet-target\n");
            person.expect("deploy@telnet");
            person.type("echo the-answer-is-$((6 * 7))\n");
            person.expect("the-answer-is-42");
            person.type("exit\n");
            person.expect("The session with telnet-target has ended.");
        }
    }

    @Test
    void theBrowserHasATerminalThere() throws InterruptedException {
        Rest person = gatehouse.rest("tess", Estate.PASSWORD);
        try (BrowserTerminal terminal = new BrowserTerminal(person, asset, TestingTelnetServer.USER, "telnet")) {
            terminal.awaitShown("deploy@telnet");
            terminal.type("echo the-answer-is-$((6 * 7)) of $(stty size)\r");
            terminal.awaitShown("the-answer-is-42 of 24 80");
            terminal.type("exit\r");
        }
    }

    @Test
    void aTargetBehindTwoGatewaysIsReached() {
        told("telnet-behind", "echo the-answer-is-$((6 * 7))", "the-answer-is-42");
        assertThat(inner.log()).content().contains("Accepted password for deploy");
        assertThat(outer.log()).content().contains("Accepted password for deploy");
    }

    @Test
    void aTargetThatSpeaksGbkShowsAndTakesUtf8() {
        String shown = told("telnet-gbk", "printf '\\326\\320\\316\\304\\n'; printf '中文' | od -An -tx1", "d6 d0 ce c4");
        assertThat(new String(shown.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .contains("中文\r\n d6 d0 ce c4");
    }

    /** Types, and leaves when the answer is there: GNU's telnetd loses what a shell says just before its end. */
    private static String told(String asset, String typed, String answer) {
        try (Conversation shell = tess.terminal(LOGIN + asset).converse()) {
            shell.type(typed + "\n");
            shell.expect(answer);
            shell.type("exit\n");
            shell.end();
            return shell.shown();
        }
    }

    @Test
    void aCommandIsRefusedAndSaysWhy() {
        Program.Result result = tess.ssh(LOGIN + "telnet-target", "id").run();
        assertThat(result.code()).isNotZero();
        assertThat(result.err() + result.out()).contains("telnet gives a shell and nothing else");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        Program.Result result =
                tess.terminal(LOGIN + "telnet-wrong").typing("exit\n").run();
        assertThat(result.err() + result.out())
                .contains("did not accept name and password", "Login incorrect")
                .doesNotContain("not-the-password");
    }
}
