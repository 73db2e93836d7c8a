package gatehouse.session.control.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11.52 */
class ProgramCallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "setsid bash",
                "setsid env 'PS1=Password: ' bash --norc -i",
                "nice bash",
                "nice -n 5 bash",
                "nice -5 bash",
                "env -i bash",
                "/usr/bin/env -u HOME A=b /bin/sh",
                "sudo -u build bash",
                "sudo -nu build -g adm env -i setsid -w dash -s",
                "busybox sh",
                "timeout -k 3 10 bash",
                "stdbuf -oL bash",
                "exec -a x bash",
                "chroot /srv/root sh"
            })
    void aShellIsSeenBehindWhatStartsIt(String command) {
        assertThat(Shells.readsCommands(command)).isTrue();
        assertThat(Shells.isNone(command)).isFalse();
    }

    /** A password may be sent ahead of each of these: its line waits for the question. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sudo -S bash",
                "sudo -u build -nS bash",
                "sudo --stdin sh",
                "sudo -S chsh -s /bin/bash",
                "nice apt install bash",
                "sudo -u bash id",
                "timeout 5",
                "env"
            })
    void noShellIsSeenWhereAnotherProgramReadsFirst(String command) {
        assertThat(Shells.readsCommands(command)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "/usr/bin/passwd joe", "cat '/srv/a b'", "sudo -n chpasswd"})
    void someProgramsAreKnownToExecuteNothing(String command) {
        assertThat(Shells.isNone(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd /; bash",
                "cat; bash",
                "cat | sh",
                "./cat",
                "/home/joe/cat",
                "/usr/../home/joe/cat",
                "env PATH=/home/joe cat",
                "PATH=/home/joe cat",
                "python3",
                "mysql",
                ""
            })
    void everyOtherCommandMayBeAShell(String command) {
        assertThat(Shells.isNone(command)).isFalse();
    }
}
