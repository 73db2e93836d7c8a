package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH's {@code scp} in both of its modes: the old protocol over an exec ({@code -O}) and SFTP ({@code -s}). */
class ScpE2E {
    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("scp-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static Program.Result scp(String login, String mode, String... arguments) {
        List<String> all = new ArrayList<>(List.of(mode));
        all.addAll(List.of(arguments));
        return estate.client()
                .scp(login, all.toArray(String[]::new))
                .in(estate.here())
                .atMost(FilesEstate.PATIENCE)
                .run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O", "-s"})
    void filesTravelBothWaysAndTheLogHasTheirHashes(String mode) {
        byte[] content = Content.random(21, 5_000_000);
        String name = "file" + mode + "é";
        Path there = estate.there().resolve(name);
        Content.write(estate.here().resolve(name), content);

        Program.Result put = scp(estate.carrierLogin(), mode, name, "127.0.0.1:" + estate.there() + "/");
        Program.Result got = scp(estate.carrierLogin(), mode, "127.0.0.1:" + there, "back");

        assertThat(put.code()).as(put.toString()).isZero();
        assertThat(Content.read(there)).isEqualTo(content);
        assertThat(got.code()).as(got.toString()).isZero();
        assertThat(Content.read(estate.here().resolve("back"))).isEqualTo(content);
        estate.log().requireWhole("write", there.toString(), content);
        estate.log().requireWhole("read", there.toString(), content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O", "-s"})
    void foldersTravelWithModesAndTimes(String mode) throws IOException {
        Instant time = Instant.parse("2020-02-29T12:34:56Z");
        String top = "tree" + mode;
        Path script = estate.here().resolve(top + "/sub/script");
        Content.write(script, Content.random(22, 4000));
        Content.write(estate.here().resolve(top + "/sub/empty"), new byte[0]);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setLastModifiedTime(script, FileTime.from(time));

        Program.Result put = scp(estate.carrierLogin(), mode, "-pr", top, "127.0.0.1:" + estate.there());
        Program.Result got =
                scp(estate.carrierLogin(), mode, "-pr", "127.0.0.1:" + estate.there() + "/" + top, top + ".back");

        assertThat(put.code()).as(put.toString()).isZero();
        assertThat(got.code()).as(got.toString()).isZero();
        for (Path arrived : List.of(
                estate.there().resolve(top + "/sub/script"), estate.here().resolve(top + ".back/sub/script"))) {
            assertThat(Content.read(arrived)).isEqualTo(Content.random(22, 4000));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(arrived)))
                    .isEqualTo("rwxr-x---");
            assertThat(Files.getLastModifiedTime(arrived).toInstant()).isEqualTo(time);
        }
        String path = estate.there().resolve(top + "/sub/script").toString();
        estate.log().requireWhole("write", path, Content.random(22, 4000));
        estate.log().requireWhole("read", path, Content.random(22, 4000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O", "-s"})
    void whoMayOnlyConnectCarriesNothing(String mode) {
        Content.write(estate.here().resolve("mine"), Content.random(23, 10));
        scp(estate.carrierLogin(), mode, "mine", "127.0.0.1:" + estate.there() + "/theirs" + mode);

        Program.Result got =
                scp(estate.lookerLogin(), mode, "127.0.0.1:" + estate.there() + "/theirs" + mode, "stolen" + mode);
        Program.Result put = scp(estate.lookerLogin(), mode, "mine", "127.0.0.1:" + estate.there() + "/new" + mode);

        assertThat(got.code()).isNotZero();
        assertThat(put.code()).isNotZero();
        assertThat(estate.there().resolve("new" + mode)).doesNotExist();
        assertThat(estate.here().resolve("stolen" + mode)).doesNotExist();
        assertThat(got.err()).containsAnyOf("does not include", "Permission denied", "permission denied");
        estate.log()
                .require(
                        "read",
                        estate.there() + "/theirs" + mode,
                        line -> line.getString("result").equals("denied"));
    }
}
