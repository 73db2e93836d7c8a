package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accounts that another one becomes. The servers are real; {@code su} and {@code sudo} at the SSH one are {@code
 * verify/targets/su.sh}, which asks as they do, for real ones need root.
 */
class AccountSwitchE2E {
    private static TestingSshServer server;
    private static TestingTelnetServer device;
    private static RunningGatehouse gatehouse;
    private static SshClient sue;

    @BeforeAll
    static void estate() {
        server = TestingSshServer.start();
        device = TestingTelnetServer.device();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        String user = estate.user("sue");
        estate.platform("Switch by telnet", "UTF-8", "ENABLE", "telnet");
        Map<String, Integer> ssh = Map.of("ssh", server.port(), "sftp", server.port());
        switching(estate, user, estate.asset("su-target", "Unix", "", ssh), "root", "root-secret");
        switching(estate, user, estate.asset("sudo-target", "Linux", "", ssh), "root", "unused-by-sudo");
        switching(estate, user, estate.asset("su-wrong", "Unix", "", ssh), "root", "not-the-password");
        String telnet = estate.asset("enable-target", "Switch by telnet", "", Map.of("telnet", device.port()));
        switching(estate, user, telnet, "enable", "enable-secret");
        String wrong = estate.asset("enable-wrong", "Switch by telnet", "", Map.of("telnet", device.port()));
        switching(estate, user, wrong, "enable", "not-the-password");
        sue = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        for (String asset : new String[] {"su-target", "sudo-target", "su-wrong"}) {
            sue.terminal("sue@root@" + asset).typing("exit\n").run();
        }
        estate.acceptHostKeys();
    }

    private static void switching(Estate estate, String user, String asset, String second, String password) {
        String first = estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.accountFrom(first, asset, second, password);
        estate.permit(user, asset, second, "CONNECT", "UPLOAD", "DOWNLOAD");
    }

    @AfterAll
    static void stop() {
        server.close();
        device.close();
    }

    @Test
    void suIsDoneBeforeThePersonTypesAndItsPasswordIsNowhere() throws InterruptedException {
        Program.Result result = sue.terminal("sue@root@su-target")
                .typing("echo I-am-$USER\nexit\necho still-here-as-$USER\n")
                .run();
        assertThat(result.out())
                .contains("exec su - root", "Password:", "I-am-root")
                .doesNotContain("root-secret", "still-here-as-deploy");

        Recorded recorded = Recorded.last(gatehouse, "su-target");
        assertThat(recorded.cast())
                .contains("became root from deploy", "I-am-root")
                .doesNotContain("root-secret");
        assertThat(recorded.commands(3)).contains("exec su - root", "echo I-am-$USER");
    }

    @Test
    void sudoAsksForTheFirstAccountsPassword() {
        Program.Result result = sue.terminal("sue@root@sudo-target")
                .typing("echo I-am-$USER\nexit\n")
                .run();
        assertThat(result.out())
                .contains("[sudo] password for deploy:", "I-am-root")
                .doesNotContain("deploy-secret");
    }

    @Test
    void aPasswordThatSuRefusesEndsTheSessionAndSaysSo() {
        Program.Result result = sue.terminal("sue@root@su-wrong")
                .typing("echo I-am-$USER\nexit\n")
                .run();
        assertThat(result.code()).isNotZero();
        assertThat(result.out() + result.err())
                .contains("did not let it become root", "su: Authentication failure", "SWITCH_FAILED")
                .doesNotContain("I-am-", "not-the-password");
    }

    @Test
    void aDeviceIsEnabledOverTelnet() {
        try (Conversation device =
                sue.terminal("sue@telnet@enable@enable-target").converse()) {
            device.type("show privilege\n");
            device.expect("Current privilege level is 15");
            device.type("exit\n");
            device.end();
            assertThat(device.shown()).contains("switch-1#").doesNotContain("enable-secret");
        }
    }

    @Test
    void aDeviceThatRefusesToBeEnabledIsLeft() {
        Program.Result result = sue.terminal("sue@telnet@enable@enable-wrong")
                .typing("show privilege\nexit\n")
                .run();
        assertThat(result.out() + result.err())
                .contains("did not let it become enable", "% Access denied")
                .doesNotContain("Current privilege level");
    }

    @Test
    void commandsAndFilesOfSuchAnAccountAreRefusedAndSayWhy() {
        Program.Result command = sue.ssh("sue@root@su-target", "id").run();
        assertThat(command.code()).isNotZero();
        assertThat(command.out() + command.err()).contains("reached by switching from another one");

        Program.Result files = sue.sftp("sue@root@su-target").typing("ls\n").run();
        assertThat(files.code()).isNotZero();
    }
}
