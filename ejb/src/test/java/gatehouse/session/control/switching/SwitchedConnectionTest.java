package gatehouse.session.control.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.session.entity.SessionProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversation with targets that answer as real ones do; real ones themselves are in {@code AccountSwitchE2E}. */
class SwitchedConnectionTest {
    private static final Pty PTY = new Pty("xterm", WindowSize.cells(80, 24), Map.of());
    private static final String CLOSE = "<close>";

    private final List<String> switched = new ArrayList<>();
    private final TestingOutput person = new TestingOutput();

    /** A shell that prints what a script says to each line that is typed. */
    private static final class ScriptedShell extends QuietInput implements TerminalConnection {
        final List<String> heard = new ArrayList<>();
        final CompletableFuture<Void> gone = new CompletableFuture<>();
        private final String first;
        private final Function<String, String> script;
        private TerminalOutput output;

        ScriptedShell(String first, Function<String, String> script) {
            this.first = first;
            this.script = script;
        }

        @Override
        public CompletionStage<TerminalInput> open(TerminalRequest request, TerminalOutput to) {
            output = to;
            print(first);
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            String line = new String(bytes, offset, length, StandardCharsets.UTF_8).strip();
            heard.add(line);
            print(script.apply(line));
            done.complete();
        }

        private void print(String text) {
            byte[] bytes = text.replace(CLOSE, "").getBytes(StandardCharsets.UTF_8);
            output.output(bytes, 0, bytes.length, Completion.NOTHING);
            if (text.endsWith(CLOSE)) {
                output.closed(Optional.empty());
            }
        }

        @Override
        public String serverVersion() {
            return "";
        }

        @Override
        public CompletionStage<Void> whenClosed() {
            return gone;
        }

        @Override
        public void close() {
            gone.complete(null);
        }
    }

    private static AccountSwitch su(String from, String to) {
        return new AccountSwitch(from, to, "exec su - " + to, Secret.ofString(to + "-secret"), true);
    }

    private static AccountSwitch enable() {
        return new AccountSwitch("deploy", "enable", "enable", Secret.ofString("enable-secret"), false);
    }

    private TerminalInput open(ScriptedShell shell, AccountSwitch... steps) throws Exception {
        return new SwitchedConnection(
                        shell,
                        List.of(steps),
                        StandardCharsets.UTF_8,
                        step -> switched.add(step.to()),
                        new Work("test", null))
                .open(TerminalRequest.shell(PTY), person)
                .toCompletableFuture()
                .get(180, TimeUnit.SECONDS);
    }

    private ProblemException failure(ScriptedShell shell, AccountSwitch step) {
        try {
            open(shell, step);
        } catch (ExecutionException failed) {
            return (ProblemException) failed.getCause();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("the switch worked");
    }

    private static String unix(String line) {
        return switch (line) {
            case "exec su - root" -> "exec su - root\r\nPassword: ";
            case "root-secret" -> "\r\n\u001b[1mroot@web\u001b[0m:~# ";
            case "exec su - oracle" -> "exec su - oracle\r\nPassword: ";
            case "oracle-secret" -> "\r\noracle@web:~$ ";
            default -> "\r\nsu: Authentication failure\r\n" + CLOSE;
        };
    }

    @Test
    void thePersonSeesItAllButTheSecretAndTypesAfterwards() throws Exception {
        ScriptedShell shell = new ScriptedShell("Welcome\r\ndeploy@web:~$ ", SwitchedConnectionTest::unix);
        TerminalInput input = open(shell, su("deploy", "root"));
        assertThat(input).isSameAs(shell);
        assertThat(switched).containsExactly("root");
        assertThat(shell.heard).containsExactly("exec su - root", "root-secret");
        assertThat(person.text())
                .startsWith("Welcome\r\ndeploy@web:~$ exec su - root\r\nPassword: \r\n")
                .endsWith("root@web\u001b[0m:~# ");
    }

    @Test
    void severalStepsFollowEachOther() throws Exception {
        ScriptedShell shell = new ScriptedShell("deploy@web:~$ ", SwitchedConnectionTest::unix);
        open(shell, su("deploy", "root"), su("root", "oracle"));
        assertThat(switched).containsExactly("root", "oracle");
        assertThat(shell.heard).containsExactly("exec su - root", "root-secret", "exec su - oracle", "oracle-secret");
    }

    @Test
    void aSecretThatIsEchoedIsNotShown() throws Exception {
        ScriptedShell shell = new ScriptedShell(
                "$ ", line -> line.equals("root-secret") ? "root-secret\r\n# " : "exec su - root\r\nPassword: ");
        open(shell, su("deploy", "root"));
        assertThat(person.text()).doesNotContain("root-secret").endsWith("# ");
    }

    @Test
    void sudoThatAsksNothingIsFine() throws Exception {
        ScriptedShell shell = new ScriptedShell("deploy@web:~$ ", line -> line + "\r\nroot@web:~# ");
        open(shell, su("deploy", "root"));
        assertThat(shell.heard).containsExactly("exec su - root");
    }

    @Test
    void failureClosesTheConnectionSaysWhyAndShowsNothing() {
        ScriptedShell shell = new ScriptedShell("deploy@web:~$ ", SwitchedConnectionTest::unix);
        AccountSwitch wrong = new AccountSwitch("deploy", "root", "exec su - root", Secret.ofString("wrong"), true);
        ProblemException problem = failure(shell, wrong);
        assertThat(problem.code()).isEqualTo(SessionProblem.SWITCH_FAILED);
        assertThat(problem.detail())
                .contains("deploy", "root", "su: Authentication failure")
                .doesNotContain("wrong");
        assertThat(shell.gone).isCompleted();
        assertThat(person.bytes()).isZero();
        assertThat(switched).isEmpty();
    }

    /** As bash 5.2, dash, busybox and zsh put it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[?2004l\rbash: exec: su: not found",
                "bash: /usr/bin/su: Permission denied",
                "-sh: exec: line 1: su: not found",
                "zsh: command not found: su"
            })
    void aShellThatGoesOnHasNotSwitched(String complaint) {
        ScriptedShell shell =
                new ScriptedShell("deploy@web:~$ ", line -> line + "\r\n" + complaint + "\r\ndeploy@web:~$ ");
        assertThat(failure(shell, su("deploy", "root")).detail()).contains("su", "check the password");
        assertThat(switched).isEmpty();
    }

    @Test
    void aSecondQuestionIsARefusal() {
        ScriptedShell shell = new ScriptedShell(
                "deploy@web:~$ ",
                line -> line.startsWith("exec")
                        ? line + "\r\n[sudo] password for deploy: "
                        : "\r\nSorry, try again.\r\n[sudo] password for deploy: ");
        ProblemException problem = failure(shell, su("deploy", "root"));
        assertThat(problem.detail()).contains("Sorry, try again.");
        assertThat(shell.heard).hasSize(2);
    }

    @Test
    void aDeviceIsBelievedWhenItsPromptComesBackWithoutAComplaint() throws Exception {
        ScriptedShell shell = new ScriptedShell(
                "switch-1>", line -> line.equals("enable") ? "enable\r\nPassword: " : "\r\nswitch-1#");
        open(shell, enable());
        assertThat(switched).containsExactly("enable");
    }

    @Test
    void aDeviceThatComplainsHasRefused() {
        ScriptedShell shell = new ScriptedShell(
                "switch-1>",
                line -> line.equals("enable") ? "enable\r\nPassword: " : "\r\n% Access denied\r\nswitch-1>");
        assertThat(failure(shell, enable()).detail()).contains("% Access denied");
    }

    @Test
    void commandsAndSubsystemsAreRefused() {
        ScriptedShell shell = new ScriptedShell("$ ", SwitchedConnectionTest::unix);
        SwitchedConnection connection = new SwitchedConnection(
                shell, List.of(su("deploy", "root")), StandardCharsets.UTF_8, step -> {}, Runnable::run);
        assertThatThrownBy(() -> connection
                        .open(TerminalRequest.exec("id"), person)
                        .toCompletableFuture()
                        .get())
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("terminal");
        assertThat(shell.heard).isEmpty();
    }
}
