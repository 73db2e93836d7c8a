package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sessions end at their limits, and say so before and after. The limits are changed while the sessions run, so that a warning is due at
 * once or an end is: no test depends on how fast it is.
 */
class SessionLimitsE2E {
    private static final String ASSET = "limited-target";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static String asset;
    private static String user;
    private static Rest admin;
    private static SshClient lily;

    private String permission;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        asset = estate.sshAsset(ASSET, target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        user = estate.user("lily");
        lily = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        String first = estate.permit(user, asset, TestingSshServer.USER, "CONNECT");
        admin = gatehouse.admin();
        lily.ssh(login(), "true").run();
        estate.acceptHostKeys();
        admin.delete("perms/asset-permissions/" + first + "/");
    }

    @BeforeEach
    void permit() {
        permission = new Estate(gatehouse).permit(user, asset, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD");
    }

    /** Everybody else's tests run on the same server. */
    @AfterEach
    void usualLimits() {
        put(JsonObject.EMPTY_JSON_OBJECT);
        admin.delete("perms/asset-permissions/" + permission + "/");
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void whoTypesNothingIsWarnedAndThenLeavesAlsoWhileTheTargetGoesOnTalking() {
        String because = "because nothing was typed.";
        try (Conversation shell = shell()) {
            shell.type("while sleep 1; do echo tick-$((6 * 7)); done\n");
            shell.expect("tick-42");
            idle(HOUR, HOUR.minusSeconds(5));
            shell.expect(because);
            // who types is there, and is told again when there is reason to
            shell.type("here\n");
            Eventually.holds(() -> assertThat(shell.shown().split(because, -1)).hasSizeGreaterThan(2));

            idle(SECOND, HOUR);
            shell.expect("The session was ended " + because);
            assertThat(shell.end()).isEqualTo(255);
            assertEnded("idle-limit", "because nothing was typed");
        }
    }

    @Test
    void whoDoesNotChooseLeavesTheMenu() {
        idle(SECOND, SECOND);
        try (Conversation menu = lily.terminal("lily").converse()) {
            menu.expect("No key was pressed for too long. Goodbye.");
            assertThat(menu.end()).isZero();
        }
    }

    @Test
    void theLongestDurationIsWarnedOfAndThenEndsTheSessionHoweverBusyItIs() {
        try (Conversation shell = shell()) {
            longest(HOUR, HOUR);
            shell.expect("because it has reached the longest duration.");
            shell.type("echo on-$((6 * 7))\n");
            shell.expect("on-42");

            longest(SECOND, HOUR);
            shell.expect("The session was ended because it has reached the longest duration.");
            assertThat(shell.end()).isEqualTo(255);
            assertEnded("duration-limit", "because it has reached the longest duration");
        }
    }

    @Test
    void aCommandWithoutTerminalIsToldBesideItsOutputAndIsNeverIdle() throws Exception {
        Path output = Files.createTempFile("limited", ".out");
        Path errors = Files.createTempFile("limited", ".err");
        Process command = lily.ssh(login(), "while sleep 1; do echo on; done")
                .builder()
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            awaitLines(output, 1);
            idle(SECOND, SECOND);
            awaitLines(output, 5);
            longest(HOUR, HOUR);
            awaitText(errors, "[Gatehouse] This session ends in ");
            longest(SECOND, HOUR);

            assertThat(command.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(command.exitValue()).isEqualTo(255);
            assertThat(Files.readString(errors))
                    .contains("The session was ended because it has reached the longest duration.");
            assertThat(Files.readString(output)).as("nothing of ours").matches("(on\n)+");
            assertEnded("duration-limit", "because it has reached the longest duration");
        } finally {
            command.destroyForcibly();
        }
    }

    /** More than there are by now. */
    private static void awaitLines(Path file, int more) {
        long before = text(file).lines().count();
        Eventually.holds(() -> assertThat(text(file).lines().count()).isGreaterThanOrEqualTo(before + more));
    }

    private static void awaitText(Path file, String wanted) {
        Eventually.holds(() -> assertThat(text(file)).contains(wanted));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPermissionWhoseEndPassesEndsWhatRuns() {
        try (Conversation shell = shell()) {
            until(Instant.now().plus(HOUR));
            longest(HOUR.multipliedBy(24), HOUR);
            shell.expect("because the permission for it ends.");

            until(Instant.now().plusSeconds(2));
            shell.expect("The session was ended because the permission for it ends.");
            assertThat(shell.end()).isEqualTo(255);
            assertEnded("permission-ended", "because the permission for it ends");
        }
        assertThat(lily.ssh(login(), "true").run().code()).isEqualTo(255);
    }

    /** The same for files, which have no screen. */
    @Test
    void aPermissionWhoseEndPassesEndsTheTransferOfFiles() {
        try (Conversation files = lily.sftp(login()).converse()) {
            files.type("pwd\n");
            files.expect("working directory");

            until(Instant.now().plusSeconds(2));
            files.expect("(PERMISSION_ENDED)");
            files.typeUntilItEnds("ls\n");
            assertThat(files.end()).as(files.shown()).isNotZero();
            assertEnded("permission-ended", "because the permission for it ends");
        }
    }

    private static Conversation shell() {
        Conversation shell = lily.terminal(login()).converse();
        shell.type("echo begun-$((6 * 7))\n");
        shell.expect("begun-42");
        return shell;
    }

    private static String login() {
        return "lily@" + TestingSshServer.USER + "@" + ASSET;
    }

    private static void assertEnded(String result, String reason) {
        JsonObject session = new SessionLog(admin).lastEnded("lily");
        assertThat(session.getString("result")).as(session.toString()).isEqualTo(result);
        assertThat(session.getString("reason")).contains(reason);
    }

    private static void idle(Duration idle, Duration warning) {
        put(object("idle", idle.toString(), "warning", warning.toString()));
    }

    private static void longest(Duration longest, Duration warning) {
        put(object("longest", longest.toString(), "warning", warning.toString()));
    }

    private static void put(JsonObject limits) {
        // settings want a proof that is fresh
        gatehouse.admin().put("settings/settings/session-limits/", limits);
    }

    private void until(Instant end) {
        admin.patch("perms/asset-permissions/" + permission + "/", object("until", end.toString()));
    }
}
