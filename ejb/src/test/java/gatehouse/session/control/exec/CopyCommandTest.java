package gatehouse.session.control.exec;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11.50, R11.51 */
class CopyCommandTest {
    @Test
    void recognisesWhichWayFilesGo() {
        CopyCommand to = parsed("scp -t /srv");
        assertThat(to.kind()).isEqualTo(Kind.WRITE);
        assertThat(to.path()).isEqualTo("/srv");
        CopyCommand from = parsed("/usr/bin/scp -v -r -p -f -- '/srv/a b'");
        assertThat(from.kind()).isEqualTo(Kind.READ);
        assertThat(from.path()).isEqualTo("/srv/a b");
        assertThat(from.intoDirectory()).isTrue();
        assertThat(parsed("rsync --server --sender -logDtpre.iLsfxCIvu . /srv/x")
                        .kind())
                .isEqualTo(Kind.READ);
        CopyCommand deletes = parsed("rsync --server -logDtpre.iLsfxCIvu --delete-during . /srv/x");
        assertThat(deletes.kind()).isEqualTo(Kind.WRITE);
        assertThat(deletes.removes()).isTrue();
        assertThat(parsed("git-upload-pack '/srv/code.git'").kind()).isEqualTo(Kind.READ);
        assertThat(parsed("git upload-archive /srv/code.git").kind()).isEqualTo(Kind.READ);
        assertThat(parsed("git-receive-pack '/srv/code.git'").kind()).isEqualTo(Kind.WRITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp-server",
                "/usr/lib/openssh/sftp-server -l INFO",
                "exec /usr/libexec/sftp-server",
                "sudo -n /usr/lib/openssh/sftp-server",
                "env LANG=C sftp-server",
                "\"/usr/lib/openssh/sftp-server\""
            })
    void anSftpServerIsOneWhereverItIs(String command) {
        assertThat(parsed(command).program()).isEqualTo(CopyCommand.Program.SFTP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scp a b:c",
                "cat scp -t",
                "scp 'unfinished -t",
                "scp -t /srv; cat /etc/passwd",
                "scp -t /srv && cat /etc/passwd",
                "scp -t `cat x`",
                "scp -t $(cat x)",
                "scp -t $LC_FLAGS",
                "scp -t \"$LC_FLAGS\" /etc/passwd",
                "scp -t {-f,/etc/passwd}",
                "scp -t *",
                "scp -t\ncat /etc/passwd",
                "scp -S -t -f /etc/passwd",
                "scp -oProxyCommand=x -t /srv",
                "scp -t -f /srv",
                "scp -t",
                "scp -t -x /srv",
                "rsync -a /etc /tmp",
                "git status",
                "git -C /srv upload-pack .",
                "sudo -u root scp -t /srv",
                "sh -c 'scp -t /srv'",
                "tar -xf -",
                ""
            })
    void whatIsInDoubtIsNone(String command) {
        assertThat(CopyCommand.parse(command)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsync --server -logDtpre.iLsfx -- --sender . /srv",
                "rsync --server --log-file --sender . /srv",
                "rsync -a --server --sender . /srv",
                "rsync --server -slogDtpre.iLsfx",
                "rsync --server --sender -slogDtpre.iLsfx",
                "rsync --server --protect-args . /srv",
                "rsync --server --daemon .",
                "rsync --server -logDtpre.iLsfx . *"
            })
    void whereTheDirectionIsHiddenBothAndRemovingAreNeeded(String command) {
        assertThat(parsed(command).kind()).isEqualTo(Kind.UPDATE);
        assertThat(parsed(command).removes()).isTrue();
    }

    /** In double quotes a backslash stays where it is, before most characters (POSIX.1-2024, 2.2.3). */
    @Test
    void quotingIsReadAsTheShellReadsIt() {
        assertThat(parsed("rsync --server \"\\--sender\" . /srv").kind()).isEqualTo(Kind.WRITE);
        assertThat(parsed("rsync --server '--sender' . /srv").kind()).isEqualTo(Kind.READ);
        assertThat(parsed("scp -f '/a;b' ").path()).isEqualTo("/a;b");
    }

    @Test
    void shellsThatReadTheirInputAreTold() {
        assertThat(Shells.readsCommands("bash")).isTrue();
        assertThat(Shells.readsCommands("bash -s web-1")).isTrue();
        assertThat(Shells.readsCommands("/bin/sh -")).isTrue();
        assertThat(Shells.readsCommands("exec sudo -n bash")).isTrue();
        assertThat(Shells.readsCommands("bash -l")).isTrue();
        assertThat(Shells.readsCommands("bash -c 'cat'")).isFalse();
        assertThat(Shells.readsCommands("sh script.sh")).isFalse();
        assertThat(Shells.readsCommands("cat")).isFalse();
    }

    private static CopyCommand parsed(String command) {
        return CopyCommand.parse(command).orElseThrow(() -> new AssertionError(command));
    }
}
