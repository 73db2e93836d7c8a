package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code rsync} through Gatehouse. */
class RsyncE2E {
    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("rsync-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static Program.Result rsync(String login, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Peers.program("rsync"), "-e", estate.remoteShell(login)));
        command.addAll(List.of(arguments));
        return Peers.withLibraries(estate.local(command)).run();
    }

    @Test
    void aFolderIsMirroredBothWays() throws IOException {
        byte[] content = Content.random(31, 2_000_000);
        Content.write(estate.here().resolve("src/a/one"), content);
        Content.write(estate.here().resolve("src/two é"), Content.random(32, 10));
        Content.write(estate.here().resolve("mirror/gone"), Content.random(33, 10));
        Path there = estate.there().resolve("copy");

        Program.Result put = rsync(estate.carrierLogin(), "-a", "src/", "127.0.0.1:" + there + "/");
        Files.writeString(estate.here().resolve("src/two é"), "changed");
        Files.delete(estate.here().resolve("src/a/one"));
        Program.Result deleting = rsync(estate.carrierLogin(), "-a", "--delete", "src/", "127.0.0.1:" + there + "/");
        Program.Result got = rsync(estate.carrierLogin(), "-a", "--delete", "127.0.0.1:" + there + "/", "mirror/");

        assertThat(put.code()).as(put.toString()).isZero();
        assertThat(deleting.code()).as(deleting.toString()).isZero();
        assertThat(there.resolve("a/one")).doesNotExist();
        assertThat(there.resolve("two é")).content().isEqualTo("changed");
        assertThat(got.code()).as(got.toString()).isZero();
        assertThat(estate.here().resolve("mirror/two é")).content().isEqualTo("changed");
        assertThat(estate.here().resolve("mirror/gone")).doesNotExist();
        var line = estate.log().require("write", there + "/", found -> found.getInt("bytes") > content.length);
        assertThat(line.getString("result")).isEqualTo("succeeded");
        assertThat(line.getString("protocol")).isEqualTo("rsync");
        estate.log()
                .require("read", there + "/", found -> found.getString("result").equals("succeeded"));
    }

    @Test
    void whoMayOnlyConnectCarriesNothingAndIsToldWhy() {
        Content.write(estate.here().resolve("up/x"), Content.random(34, 10));

        Program.Result put = rsync(estate.lookerLogin(), "-a", "up/", "127.0.0.1:" + estate.there() + "/up/");
        Program.Result got = rsync(estate.lookerLogin(), "-a", "127.0.0.1:" + estate.there() + "/", "down/");

        assertThat(put.code()).isNotZero();
        assertThat(put.err()).contains("does not include upload");
        assertThat(estate.there().resolve("up")).doesNotExist();
        assertThat(got.code()).isNotZero();
        assertThat(got.err()).contains("does not include download");
        assertThat(estate.here().resolve("down/x")).doesNotExist();
    }

    /** {@code rsync} takes a {@code --sender} behind {@code --}, or behind an option that wants a word, for something else. */
    @Test
    void aDirectionThatIsHiddenNeedsEveryAction() {
        for (String command : List.of(
                "rsync --server -logDtpre.iLsfxCIvu -- --sender . hidden",
                "rsync --server --log-file --sender . hidden",
                "rsync --server --daemon .")) {
            Program.Result result =
                    estate.client().ssh(estate.lookerLogin(), command).run();

            assertThat(result.code()).isNotZero();
            assertThat(result.err()).as(command).contains("upload and download");
        }
    }
}
