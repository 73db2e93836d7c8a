package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job: the ordinary {@code ssh} client reaches a real server through Gatehouse, is recorded, and can be replayed. */
class SshLoginE2E {
    private static final String LOGIN = "lena@" + TestingSshServer.USER + "@login-target";
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static SshClient lena;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset("login-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("lena"), asset, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD");
        lena = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        lena.ssh(LOGIN, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void aCommandRunsAtTheTargetWithItsOwnAccountAndExitCode() {
        Program.Result result =
                lena.ssh(LOGIN, "id -un; echo trouble >&2; exit 7").run();

        assertThat(result.code()).as(result.toString()).isEqualTo(7);
        assertThat(result.out()).isEqualTo(TestingSshServer.USER + "\n");
        assertThat(result.err()).contains("trouble");
    }

    @Test
    void aShellWithATerminalEndsWithTheExitCodeOfTheTarget() {
        Program.Result result = lena.terminal(LOGIN).typing("tty\nexit 3\n").run();

        assertThat(result.code()).as(result.toString()).isEqualTo(3);
        assertThat(result.out()).contains("/dev/pts/");
    }

    @Test
    void binaryOutputArrivesUnchanged() {
        Program.Result result =
                lena.ssh(LOGIN, "head -c 3000000 /dev/zero | tr '\\0' '\\377'").run();

        assertThat(result.bytes()).hasSize(3_000_000);
        assertThat(result.bytes()[2_999_999]).isEqualTo((byte) 0xff);
    }

    @Test
    void anAssetAloneIsReachedByTheOnlyAccountThere() {
        Program.Result result = lena.ssh("lena@login-target", "id -un").run();

        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(result.out()).isEqualTo(TestingSshServer.USER + "\n");
    }

    /** Only whoever knows the first password learns that it is one. */
    @Test
    void whoHasToChooseAPasswordFirstIsToldSo() {
        new Estate(gatehouse).newcomer("nadia");

        assertThat(new SshClient(gatehouse.sshPort(), Estate.FIRST_PASSWORD)
                        .ssh("nadia", "id")
                        .run()
                        .err())
                .contains("Choose a password of your own first");
        assertThat(new SshClient(gatehouse.sshPort(), "not-the-password")
                        .ssh("nadia", "id")
                        .run()
                        .err())
                .doesNotContain("Choose a password");
        assertThat(gatehouse
                        .admin()
                        .get("audits/events?type=sign-in.password-change-wanted")
                        .toString())
                .contains("nadia");
    }

    @Test
    void aWrongPasswordIsRefused() {
        Program.Result result = new SshClient(gatehouse.sshPort(), "not-the-password")
                .ssh(LOGIN, "id")
                .run();

        assertThat(result.code()).isEqualTo(255);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anAccountThatNobodyGrantedIsRefused() {
        Program.Result result = lena.ssh("lena@operator@login-target", "id").run();

        assertThat(result.code()).isNotZero();
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whatHappenedIsRecordedAndReplays() {
        lena.terminal(LOGIN).typing("echo the-answer-is-$((6 * 7))\nexit\n").run();

        assertThat(Recorded.last(gatehouse, "login-target").cast())
                .contains("\"version\"")
                .contains("the-answer-is-42");
    }
}
