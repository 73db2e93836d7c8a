package gatehouse.verify;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Gatehouse, started by {@code ./gatehouse run} on free ports and a home of its own, with the first administrator set up through the
 * printed link. {@link #shared()} is the one that a run's tests share.
 */
public final class RunningGatehouse implements AutoCloseable {
    /** The repository. */
    public static final Path ROOT =
            Path.of(System.getProperty("gatehouse.root", "..")).toAbsolutePath().normalize();

    public static final String ADMIN = "admin";
    /** Only this run's home knows it. */
    public static final String ADMIN_PASSWORD = "Correct-Horse-7-Battery";

    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final List<RunningGatehouse> ALL = new CopyOnWriteArrayList<>();
    private static RunningGatehouse shared;

    private final Path home;
    private final ServerLog log;
    private final Map<String, String> environment;
    private Process process;
    private Path output;

    private RunningGatehouse(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
        this.log = new ServerLog(home.resolve("logs"));
        ALL.add(this);
    }

    /** What this run's servers wrote at ERROR, and no test expects, since this was asked the last time. */
    static List<String> newErrors() {
        return ALL.stream().flatMap(one -> one.log.newErrors().stream()).toList();
    }

    /** Of the shared server: threads that wait for each other's locks, as a thread dump tells them; empty when none do. */
    static synchronized String deadlock() {
        if (shared == null || !shared.process.isAlive()) {
            return "";
        }
        String dump = shared.diagnosis("Thread.print");
        int found = dump.indexOf("Java-level deadlock");
        return found < 0 ? "" : dump.substring(found);
    }

    /** What jcmd says of the server; it waits for ten seconds by itself, which a slow machine may take to answer. */
    String diagnosis(String command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Program.Result said = Program.of(jcmd, "-J-Dsun.tools.attach.attachTimeout=120000", serverPid(), command)
                .atMost(Duration.ofMinutes(5))
                .run();
        if (said.code() != 0) {
            throw new AssertionError(command + " of the server: " + said);
        }
        return said.out();
    }

    /** A test brings this server to write errors of these codes, as GHSES0016. */
    void expectErrors(String... codes) {
        log.expect(codes);
    }

    /** Started on first use, stopped when the tests' JVM ends. */
    public static synchronized RunningGatehouse shared() {
        if (shared == null) {
            shared = start(Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "stop Gatehouse"));
            shared.setUpFirstAdministrator();
            shared.allowForManyTests();
        }
        return shared;
    }

    /**
     * Everybody's tests come from one address: what they guess together must not bar it (accounts are barred as usual). A proof lasts as
     * long as it may, for a machine may be slow.
     */
    private void allowForManyTests() {
        admin().put(
                        "settings/settings/sign-in-rules/",
                        Json.createObjectBuilder()
                                .add("addressFailures", 10_000)
                                .add("proof", "PT15M")
                                .build());
    }

    /** One of a test's own; {@code settings} are further environment variables. Its first administrator is not set up yet. */
    public static RunningGatehouse start(Map<String, String> settings) {
        RunningGatehouse gatehouse = prepare(settings);
        gatehouse.start();
        return gatehouse;
    }

    /** As {@link #start(Map)}, but not started yet. */
    static RunningGatehouse prepare(Map<String, String> settings) {
        try {
            Map<String, String> environment = new HashMap<>();
            environment.put(
                    "GATEHOUSE_HOME",
                    Files.createTempDirectory("gatehouse-e2e").resolve("home").toString());
            for (String name : List.of("HTTP", "HTTPS", "SSH", "MANAGEMENT")) {
                environment.put("GATEHOUSE_" + name + "_PORT", Integer.toString(FreePorts.next()));
            }
            environment.putAll(settings);
            return new RunningGatehouse(Path.of(environment.get("GATEHOUSE_HOME")), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, again if it ran before, and waits until it says that it is ready. */
    public void start() {
        try {
            output = Files.createTempFile("gatehouse", ".out");
            process = command("run")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Instant end = Instant.now().plus(START_LIMIT);
            while (!Files.readString(output).contains("Gatehouse is ready")) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    process.destroy();
                    throw new IllegalStateException("Gatehouse did not start:\n" + Files.readString(output));
                }
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a start that must be refused. Gives what was printed; the exit code must be 1. */
    String failingStart() {
        Program.Result result = gatehouse("run");
        if (result.code() != 1) {
            throw new AssertionError("a start that should fail: " + result);
        }
        return result.out() + result.err();
    }

    /** {@code ./gatehouse COMMAND} on the same home. */
    public Program.Result gatehouse(String... command) {
        Program program = Program.of(command(command).command()).atMost(START_LIMIT);
        environment.forEach(program::with);
        return program.run();
    }

    /** As {@code kill -9} of the server: no goodbye to anybody. */
    public void kill() {
        try {
            ProcessHandle.of(Long.parseLong(serverPid())).ifPresent(ProcessHandle::destroyForcibly);
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its last start printed until now. */
    String said() throws IOException {
        return Files.readString(output);
    }

    private String serverPid() {
        try {
            return Files.readString(home.resolve("server/pid")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No file of the server grows beyond it from now on: a write that would fails. In bytes, or {@code unlimited}. */
    void limitFileSize(String most) {
        Program.Result result = Program.of("prlimit", "--pid", serverPid(), "--fsize=" + most + ":unlimited")
                .run();
        if (result.code() != 0) {
            throw new AssertionError("prlimit: " + result);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The environment of its commands. */
    Map<String, String> settings() {
        return Map.copyOf(environment);
    }

    public Path home() {
        return home;
    }

    public int sshPort() {
        return port("SSH");
    }

    public int httpsPort() {
        return port("HTTPS");
    }

    public int httpPort() {
        return port("HTTP");
    }

    public int managementPort() {
        return port("MANAGEMENT");
    }

    /** REST as nobody in particular. */
    public Rest rest() {
        return Rest.at(httpsPort(), home.resolve("tls/ca.pem"));
    }

    /** REST, signed in. */
    public Rest rest(String username, String password) {
        return rest().signedIn(username, password);
    }

    public Rest admin() {
        return rest(ADMIN, ADMIN_PASSWORD);
    }

    /** Follows the set-up link as the page behind it does: the token is in the fragment. */
    public void setUpFirstAdministrator() {
        try {
            String link = Files.readString(home.resolve("setup-link")).strip();
            rest().setUp(link.substring(link.lastIndexOf('=') + 1), ADMIN, ADMIN_PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int port(String name) {
        return Integer.parseInt(environment.get("GATEHOUSE_" + name + "_PORT"));
    }

    private ProcessBuilder command(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(ROOT.resolve("gatehouse").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        return builder.directory(ROOT.toFile());
    }
}
