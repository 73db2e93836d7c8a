package gatehouse.session.control.exec;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.session.control.exec.CopyCommand.Program;
import gatehouse.session.control.exec.Greeting.Verdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R11.53 */
class GreetingTest {
    @ParameterizedTest
    @CsvSource({
        "GIT, '000eversion 2\n', '0000'",
        "GIT, '00e2a3b4 refs', '0032want'",
        "SCP, '\0', 'C0644 12 name\n'",
        "SCP, 'D0755 0 dir\n', '\0'",
        "SCP, '\1scp: no such file\n', '\0'",
        "SCP, 'T1700000000 0 1700000000 0\n', '\0'",
        "RSYNC, '\37\0\0\0', '\37\0\0\0'",
        "RSYNC, '@RSYNCD: 31.0\n', '@RSYNCD: 32.0\n'",
        "SFTP, '\0\0\0\5\2', '\0\0\0\5\1'"
    })
    void whatTheProgramsSayFirstIsRightByteByByte(Program program, String target, String person) {
        assertThat(inBytes(Greeting.ofTarget(program), target)).isEqualTo(Verdict.RIGHT);
        assertThat(inBytes(Greeting.ofPerson(program), person)).isEqualTo(Verdict.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id\n", "$ ", "Cat /etc/passwd\n", "C06", "root\n", "00", "\37\0", "@RSY", "T1"})
    void anythingElseIsNeverRight(String said) {
        for (Program program : Program.values()) {
            assertThat(hear(Greeting.ofTarget(program), said)).isNotEqualTo(Verdict.RIGHT);
            assertThat(hear(Greeting.ofPerson(program), said)).isNotEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        Greeting greeting = Greeting.ofTarget(Program.GIT);
        assertThat(hear(greeting, "00")).isEqualTo(Verdict.OPEN);
        assertThat(greeting.open()).hasSize(2);
        assertThat(hear(greeting, "x")).isEqualTo(Verdict.WRONG);
        assertThat(hear(greeting, "0000")).isEqualTo(Verdict.WRONG);
        assertThat(greeting.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git-upload-pack 'a.git'",
                "/usr/bin/git-upload-pack a.git",
                "scp -t /srv",
                "sudo -n rsync --server . /srv",
                "/usr/lib/openssh/sftp-server"
            })
    void installedProgramsAreTakenByTheirNames(String command) {
        assertThat(Greeting.expectedOf(command)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git-upload-pack x; bash",
                "git-upload-pack x | bash",
                "git-upload-pack $(bash)",
                "git-upload-pack x & bash",
                "git-upload-pack x > /dev/null",
                "./git-upload-pack x",
                "~/git-upload-pack x",
                "/tmp/git-upload-pack x",
                "/usr/../tmp/git-upload-pack x",
                "/home/me/sftp-server",
                "env PATH=/tmp git-upload-pack x",
                "LD_PRELOAD=/tmp/x.so git-upload-pack x",
                "bash"
            })
    void whateverMayBeAnotherProgramIsTakenForOne(String command) {
        assertThat(Greeting.expectedOf(command)).isEmpty();
    }

    private static Verdict inBytes(Greeting greeting, String text) {
        Verdict verdict = Verdict.OPEN;
        for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
            verdict = greeting.hear(new byte[] {one}, 0, 1);
        }
        return verdict;
    }

    private static Verdict hear(Greeting greeting, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return greeting.hear(bytes, 0, bytes.length);
    }
}
