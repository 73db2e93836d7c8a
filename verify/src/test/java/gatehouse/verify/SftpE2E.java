package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OpenSSH's {@code sftp} through Gatehouse, straight into a target and in the tree of everything that a person reaches. */
class SftpE2E {
    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("sftp-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static void run(String... commands) {
        Program.Result result = estate.sftp(estate.carrierLogin(), commands);
        assertThat(result.code()).as(result.toString()).isZero();
    }

    private static Path here(String name) {
        return estate.here().resolve(name);
    }

    private static Path there(String name) {
        return estate.there().resolve(name);
    }

    @Test
    void aLargeFileArrivesWholeInBothDirectionsAndTheLogHasItsHash() {
        byte[] content = Content.random(1, 100 * 1024 * 1024);
        Content.write(here("large"), content);

        run("put large", "get large large.back");

        assertThat(Content.sha256(Content.read(there("large")))).isEqualTo(Content.sha256(content));
        assertThat(Content.sha256(Content.read(here("large.back")))).isEqualTo(Content.sha256(content));
        estate.log().requireWhole("write", there("large").toString(), content);
        estate.log().requireWhole("read", there("large").toString(), content);
    }

    @Test
    void brokenTransfersAreResumed() {
        byte[] content = Content.random(2, 3_000_000);
        byte[] half = Arrays.copyOf(content, 1_700_000);
        Content.write(here("half"), half);
        Content.write(here("whole"), content);
        Content.write(here("back"), half);

        run("put half resumed", "reput whole resumed", "reget resumed back");

        assertThat(Content.read(there("resumed"))).isEqualTo(content);
        assertThat(Content.read(here("back"))).isEqualTo(content);
        var rest =
                estate.log().require("write", there("resumed").toString(), line -> line.getInt("bytes") == 1_300_000);
        assertThat(rest.getBoolean("whole"))
                .as("a hash of the rest is none of the file")
                .isFalse();
    }

    @Test
    void foldersTravelWithModesAndTimes() throws IOException {
        Instant time = Instant.parse("2020-02-29T12:34:56Z");
        Content.write(here("tree/deep/er/script"), Content.random(3, 5000));
        Content.write(here("tree/empty"), new byte[0]);
        Files.setPosixFilePermissions(here("tree/deep/er/script"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.setLastModifiedTime(here("tree/deep/er/script"), FileTime.from(time));

        run("put -rp tree", "get -rp tree tree.back");

        for (Path arrived : new Path[] {there("tree/deep/er/script"), here("tree.back/deep/er/script")}) {
            assertThat(Content.read(arrived)).isEqualTo(Content.random(3, 5000));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(arrived)))
                    .isEqualTo("rwxr-x---");
            assertThat(Files.getLastModifiedTime(arrived).toInstant()).isEqualTo(time);
        }
        assertThat(here("tree.back/empty")).isEmptyFile();
        estate.log().require("make_directory", there("tree/deep/er").toString());
        estate.log().requireWhole("write", there("tree/empty").toString(), new byte[0]);
    }

    @Test
    void namesAreChangedLinkedAndRemoved() throws IOException {
        Content.write(here("one"), Content.random(4, 10));

        run(
                "put one",
                "chmod 600 one",
                "symlink one link",
                "ln one hard",
                "rename one two",
                "mkdir d",
                "rm hard",
                "rmdir d");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there("two"))))
                .isEqualTo("rw-------");
        assertThat(Files.readSymbolicLink(there("link"))).hasToString("one");
        assertThat(there("hard")).doesNotExist();
        assertThat(there("d")).doesNotExist();
        assertThat(estate.log().require("rename", there("one").toString()).getString("secondPath"))
                .isEqualTo(there("two").toString());
        estate.log().require("set_attributes", there("one").toString());
        estate.log().require("symbolic_link", "one");
        estate.log().require("remove", there("hard").toString());
        estate.log().require("remove_directory", there("d").toString());
    }

    @Test
    void unusualNamesStayAsTheyAre() {
        for (String name : new String[] {"with space", "中文 név", "two\nlines", "quote\"'", "-dash"}) {
            Content.write(here("names").resolve(name), Content.random(name.hashCode(), 50));
        }

        run("put -r names", "get -r names names.back");

        for (String name : new String[] {"with space", "中文 név", "two\nlines", "quote\"'", "-dash"}) {
            byte[] content = Content.random(name.hashCode(), 50);
            assertThat(Content.read(there("names").resolve(name))).isEqualTo(content);
            assertThat(Content.read(here("names.back").resolve(name))).isEqualTo(content);
        }
        estate.log()
                .requireWhole("write", there("names") + "/two\\nlines", Content.random("two\nlines".hashCode(), 50));
    }

    @Test
    void whoMayOnlyConnectLooksButCarriesNothing() throws IOException {
        Content.write(here("secret.up"), Content.random(5, 10));
        run("put secret.up secret");

        Program.Result listed = estate.sftp(estate.lookerLogin(), "ls -l");
        Program.Result got = estate.sftp(estate.lookerLogin(), "get secret secret.down");
        Program.Result put = estate.sftp(estate.lookerLogin(), "put secret.up other");
        Program.Result removed = estate.sftp(estate.lookerLogin(), "rm secret");

        assertThat(listed.out()).contains("secret");
        assertThat(got.code()).isNotZero();
        assertThat(got.out() + got.err()).containsIgnoringCase("permission denied");
        assertThat(Files.exists(here("secret.down")) ? Content.read(here("secret.down")) : new byte[0])
                .isEmpty();
        assertThat(put.code()).isNotZero();
        assertThat(there("other")).doesNotExist();
        assertThat(removed.code()).isNotZero();
        assertThat(there("secret")).exists();
        for (String operation : new String[] {"read", "remove"}) {
            var line = estate.log()
                    .require(
                            operation,
                            there("secret").toString(),
                            found -> found.getString("result").equals("denied"));
            assertThat(line.getString("detail")).contains("sftp-target").contains("does not include");
        }
    }

    @Test
    void theTreeCarriesFilesBelowAssetAndAccount() {
        byte[] content = Content.random(6, 200_000);
        Content.write(here("via tree"), content);
        String root = "/sftp-target/" + TestingSshServer.USER;

        Program.Result result = estate.sftp(
                estate.carrier(),
                "ls /",
                "ls /sftp-target",
                "put \"via tree\" \"" + root + "/~/via tree\"",
                "get \"" + root + there("via tree") + "\" tree.got",
                "rename \"" + root + "/~/via tree\" " + root + "/~/renamed");

        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(result.out()).contains("sftp-target").contains(TestingSshServer.USER);
        assertThat(Content.read(here("tree.got"))).isEqualTo(content);
        assertThat(Content.read(there("renamed"))).isEqualTo(content);
        estate.log().requireWhole("read", there("via tree").toString(), content);
    }

    /** Neither by name nor by a link is there a way from a target to Gatehouse's own files or to another target. */
    @Test
    void nothingLeadsOutOfTheTree() throws IOException {
        Path mark = Content.write(here("mark-of-the-bastion"), Content.random(7, 10));
        String root = "/sftp-target/" + TestingSshServer.USER;
        run("symlink /sftp-target/" + TestingSshServer.USER + "/etc/hostname jump", "symlink /etc/hostname inside");

        Program.Result walked = estate.sftp(estate.carrier(), "cd " + root + "/../../../../..", "pwd", "ls -1");
        Program.Result own = estate.sftp(estate.carrier(), "get " + root + "/../.." + mark + " stolen");
        Program.Result jumped = estate.sftp(estate.carrier(), "get " + root + "/~/jump stolen");
        Program.Result inside = estate.sftp(estate.carrier(), "get " + root + "/~/inside inside.got");

        assertThat(walked.out()).contains("Remote working directory: /\n").doesNotContain("etc");
        assertThat(own.code()).isNotZero();
        assertThat(jumped.code()).isNotZero();
        assertThat(here("stolen")).doesNotExist();
        assertThat(inside.code()).as(inside.toString()).isZero();
        assertThat(Content.read(here("inside.got"))).isEqualTo(Content.read(Path.of("/etc/hostname")));
    }

    /** Some clients start the server by its path rather than as a subsystem. */
    @Test
    void aServerStartedByItsPathIsGuardedAndLoggedLikeTheSubsystem() {
        byte[] content = Content.random(8, 70_000);
        Content.write(here("by.path"), content);
        String server = Program.of(RunningGatehouse.ROOT + "/verify/targets/peers.sh")
                        .atMost(FilesEstate.PATIENCE)
                        .run()
                        .out()
                        .strip()
                + "/usr/lib/openssh/sftp-server";

        Program.Result put = byPath(estate.carrierLogin(), server, "put by.path");
        Program.Result refused = byPath(estate.lookerLogin(), server, "get by.path by.path.back");

        assertThat(put.code()).as(put.toString()).isZero();
        assertThat(Content.read(there("by.path"))).isEqualTo(content);
        estate.log().requireWhole("write", there("by.path").toString(), content);
        assertThat(refused.code()).isNotZero();
        assertThat(refused.out() + refused.err()).containsIgnoringCase("permission denied");
    }

    private static Program.Result byPath(String login, String server, String commands) {
        return estate.client()
                .sftp(login, "-s", server)
                .in(estate.here())
                .typing(commands + "\n")
                .atMost(FilesEstate.PATIENCE)
                .run();
    }
}
