package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code git} over SSH through Gatehouse, with a bare repository at the target. */
class GitE2E {
    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("git-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static Program.Result git(String login, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Lena", "-c", "user.email=lena@example.org", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(arguments));
        return estate.local(command)
                .with("GIT_SSH_COMMAND", estate.remoteShell(login))
                .with("GIT_CONFIG_GLOBAL", "/dev/null")
                .run();
    }

    private static void well(Program.Result result) {
        assertThat(result.code()).as(result.toString()).isZero();
    }

    @Test
    void aRepositoryIsClonedPushedToAndFetchedFrom() {
        String path = estate.there() + "/code é.git";
        String url = "127.0.0.1:" + path;
        well(estate.client()
                .ssh(estate.carrierLogin(), "git init -q --bare '" + path + "'")
                .run());
        Content.write(estate.here().resolve("one/big"), Content.random(41, 3_000_000));
        String login = estate.carrierLogin();

        well(git(login, "clone", "-q", url, "empty"));
        well(git(login, "init", "-q", "one"));
        well(git(login, "-C", "one", "add", "big"));
        well(git(login, "-C", "one", "commit", "-qm", "first"));
        well(git(login, "-C", "one", "push", "-q", url, "HEAD:refs/heads/main"));
        well(git(login, "clone", "-q", "--branch", "main", url, "two"));
        Content.write(estate.here().resolve("one/small"), Content.random(42, 100));
        well(git(login, "-C", "one", "add", "small"));
        well(git(login, "-C", "one", "commit", "-qm", "second"));
        well(git(login, "-C", "one", "push", "-q", url, "HEAD:refs/heads/main"));
        well(git(login, "-C", "two", "pull", "-q", url, "main"));

        assertThat(Content.read(estate.here().resolve("two/big"))).isEqualTo(Content.random(41, 3_000_000));
        assertThat(Content.read(estate.here().resolve("two/small"))).isEqualTo(Content.random(42, 100));
        var pushed = estate.log().require("write", path, line -> line.getInt("bytes") > 3_000_000);
        assertThat(pushed.getString("protocol")).isEqualTo("git");
        assertThat(pushed.getString("result")).isEqualTo("succeeded");
        estate.log().require("read", path, line -> line.getInt("bytes") > 3_000_000);
    }

    @Test
    void whoMayOnlyConnectNeitherClonesNorPushes() {
        String path = estate.there() + "/closed.git";
        well(estate.client()
                .ssh(estate.carrierLogin(), "git init -q --bare '" + path + "'")
                .run());

        Program.Result cloned = git(estate.lookerLogin(), "clone", "127.0.0.1:" + path, "stolen");
        well(git(estate.lookerLogin(), "init", "-q", "mine"));
        Content.write(estate.here().resolve("mine/x"), Content.random(43, 10));
        well(git(estate.lookerLogin(), "-C", "mine", "add", "x"));
        well(git(estate.lookerLogin(), "-C", "mine", "commit", "-qm", "x"));
        Program.Result pushed =
                git(estate.lookerLogin(), "-C", "mine", "push", "127.0.0.1:" + path, "HEAD:refs/heads/main");

        assertThat(cloned.code()).isNotZero();
        assertThat(cloned.err()).contains("does not include download");
        assertThat(pushed.code()).isNotZero();
        assertThat(pushed.err()).contains("does not include upload");
    }
}
