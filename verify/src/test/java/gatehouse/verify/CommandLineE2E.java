package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code ./gatehouse} does before and beside the server: what it refuses, and what it leaves alone. */
class CommandLineE2E {
    private static final List<String> PARTS = List.of("words", "home", "tools", "build", "tls", "server", "backup");

    private RunningGatehouse gatehouse;

    @BeforeEach
    void aHome() {
        gatehouse = RunningGatehouse.prepare(Map.of());
    }

    @Test
    void whatCannotBeMeantIsRefusedWithWhatToDo() {
        Path inside = RunningGatehouse.ROOT.resolve("home-of-a-test");
        assertRefused(gatehouse.gatehouse("run", "--home", inside.toString()), "must not be inside the build tree");
        assertThat(inside).doesNotExist();
        assertRefused(gatehouse.gatehouse("run", "--https-port", "65536"), "'65536' is not a port");
        assertRefused(gatehouse.gatehouse("run", "--https"), "the option '--https' is unknown or lacks its value");
        assertRefused(gatehouse.gatehouse("run", "--tls-port", "1"), "the option '--tls-port' is unknown");
        assertRefused(gatehouse.gatehouse("run", "--db-url", "jdbc:h2:mem"), "must look like jdbc:postgresql://");
        assertRefused(gatehouse.gatehouse("backup", "one", "two"), "'two' is one word too many");
        assertRefused(gatehouse.gatehouse("destroy"), "there is no command 'destroy'");
    }

    @Test
    void aPasswordInTheAddressOfTheDatabaseIsRefusedAndNotShown() {
        Program.Result refused =
                gatehouse.gatehouse("run", "--db-url", "jdbc:postgresql://db/gatehouse?ssl=true&password=Quiet-Lamp-5");

        assertRefused(refused, "set GATEHOUSE_DB_PASSWORD");
        assertThat(refused.toString()).doesNotContain("Quiet-Lamp-5");
    }

    @Test
    void optionsWinOverTheEnvironment() {
        Path other = gatehouse.home().resolveSibling("other");
        Program.Result status = gatehouse.gatehouse("status", "--home", other.toString());

        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).contains("not running on " + other);
    }

    @Test
    void aPortThatSomebodyHasIsNamedWithTheOptionForAnotherOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(gatehouse.httpsPort(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(
                    function("check_ports"),
                    "port " + taken.getLocalPort()
                            + " is in use on 127.0.0.1; set GATEHOUSE_HTTPS_PORT (or --https-port)");
        }
        assertRefused(function("GATEHOUSE_SSH_PORT=$GATEHOUSE_HTTP_PORT; check_ports"), "each needs a port of its own");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() {
        assertRefused(function("is_jdk_25() { return 1; }; find_jdk"), "openjdk-25-jdk-headless");
    }

    /** A server that was killed leaves its number, which the system gives to somebody else. */
    @Test
    void aStopWhileItStartsHarmsNobodyElse() throws IOException {
        Process somebody = Program.of("sleep", "600").start();
        Files.createDirectories(gatehouse.home().resolve("server"));
        Files.writeString(gatehouse.home().resolve("server/pid"), somebody.pid() + "\n");
        try (Conversation starting =
                program("make_home; take_home; echo begun; read -r").converse()) {
            starting.expect("begun");
            Program.Result stop = gatehouse.gatehouse("stop");

            assertThat(stop.code()).as(stop.toString()).isEqualTo(1);
            assertThat(stop.err()).contains("just starting");
            assertThat(somebody.isAlive()).isTrue();
        } finally {
            somebody.destroy();
        }
    }

    /** Whoever asks for the status holds the lock for a moment. */
    @Test
    void aLookAtTheStatusKeepsNoStartAway() throws IOException {
        Files.createDirectories(gatehouse.home().resolve("server"));
        Path lock = Files.createFile(gatehouse.home().resolve("server/lock"));
        try (Conversation looking = Program.of("flock", lock.toString(), "sh", "-c", "echo held; sleep 0.5")
                .converse()) {
            looking.expect("held");
            Program.Result taken = function("take_home; echo taken");

            assertThat(taken.out()).as(taken.toString()).contains("taken");
        }
    }

    /** Others may read the journal, and a link is for one person. */
    @Test
    void theSetUpLinkIsShownToAPersonAndNotToTheJournal() throws IOException {
        Files.createDirectories(gatehouse.home());
        Files.writeString(gatehouse.home().resolve("setup-link"), "https://localhost/ui/#/setup?token=once\n");

        assertThat(function("greet").out()).contains("/ui/#/setup?token=once");
        assertThat(function("JOURNAL_STREAM=$(stat -L -c %d:%i /proc/$$/fd/1); greet")
                        .out())
                .contains("it is in " + gatehouse.home().resolve("setup-link"))
                .doesNotContain("token=once");
    }

    @Test
    void whatAnEarlierServerPrintedIsKept() throws IOException {
        Path logs = Files.createDirectories(gatehouse.home().resolve("logs"));
        Files.writeString(logs.resolve("console.log"), "Terminating due to java.lang.OutOfMemoryError");

        assertThat(function("keep_console_log").code()).isZero();
        assertThat(logs.resolve("console.log.1")).content().contains("OutOfMemoryError");
    }

    @Test
    void whatIsBuiltDoesNotSeeTheSecrets() {
        Program.Result seen = function("is_ear_old() { return 1; }; is_server_old() { return 1; }; build_ear() { :; };"
                + " provision() { env; }; export GATEHOUSE_MASTER_KEY=key-of-all GATEHOUSE_DB_PASSWORD=word-of-all;"
                + " logs=$(mktemp -d); build_all");

        assertThat(seen.code()).as(seen.toString()).isZero();
        assertThat(seen.out()).contains("GATEHOUSE_HOME=").doesNotContain("of-all");
    }

    @Test
    void aDownloadThatDoesNotUnpackIsNoTool() throws IOException {
        Path cache = Files.createTempDirectory("gatehouse-cache");
        Program.Result failed = function("cache=" + cache + "; fetch() { echo broken >\"$3\"; };"
                + " tool=$(unpacked tool https://localhost/tool 0)/bin; echo \"got $tool\"");

        assertThat(failed.code()).as(failed.toString()).isNotZero();
        assertThat(failed.err()).contains("could not unpack tool");
        assertThat(cache.resolve("tool")).doesNotExist();
    }

    /** It accepts connections and never says a word. */
    @Test
    void aDatabaseThatHangsIsSaidToBeWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
                Conversation waiting = program("GATEHOUSE_DB_URL=jdbc:postgresql://127.0.0.1:" + silent.getLocalPort()
                                + "/gatehouse; find_jdk; wait_for_database")
                        .converse()) {
            waiting.expect("Waiting up to 60 s for the database");
        }
    }

    private Program.Result function(String commands) {
        return program(commands).run();
    }

    /** The parts of the script, with their settings read, and what is to be done with them. */
    private Program program(String commands) {
        StringBuilder text = new StringBuilder(
                "set -euo pipefail; here=" + RunningGatehouse.ROOT + "; script=$here/wildfly-config/script;");
        PARTS.forEach(part -> text.append(" . $script/").append(part).append(".sh;"));
        Program program = Program.of("bash", "-c", text + " read_options; " + commands);
        gatehouse.settings().forEach(program::with);
        return program;
    }

    private static void assertRefused(Program.Result result, String why) {
        assertThat(result.code()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains(why);
    }
}
