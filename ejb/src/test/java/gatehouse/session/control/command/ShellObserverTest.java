package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real bash, vim, less and tmux. */
class ShellObserverTest {
    @TempDir
    Path directory;

    private TestingShell shell(int columns) throws IOException {
        return TestingShell.bash(directory, columns, 24, "");
    }

    @Test
    void commandAndItsOutputAreFound() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("echo hello; seq 3").type("\r").prompt();
            assertThat(shell.observed.commands())
                    .containsExactly(new Observed.Command(1, "echo hello; seq 3", "hello\n1\n2\n3", -1));
        }
    }

    /** A line that two people typed is both's, the next one only of who typed it. */
    @Test
    void commandsKnowWhoTypedThem() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.as("alice").slowly("echo o");
            shell.as("bob").slowly("ne").type("\r").expect("one\r\n").prompt();
            shell.as("alice").slowly("echo two").type("\r").expect("two\r\n").prompt();
            shell.as("bob").slowly("echo no").abandon();
            shell.as("alice")
                    .slowly("echo three")
                    .type("\r")
                    .expect("three\r\n")
                    .prompt();
            assertThat(shell.observed.texts()).containsExactly("echo one", "echo two", "echo three");
            assertThat(shell.observed.typists())
                    .containsExactly(List.of("alice", "bob"), List.of("alice"), List.of("alice"));
        }
    }

    @Test
    void textTypedInOnePieceIsFound() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.type("echo one\r").expect("one\r\n").prompt();
            shell.type("echo two\r").expect("two\r\n").prompt();
            assertThat(shell.observed.texts()).containsExactly("echo one", "echo two");
        }
    }

    /** Of every width beside that of the terminal, with and without the prompt, which comes behind it in the same row. */
    @Test
    void whatIsTypedBeforeThePromptIsFoundAsItWasTyped() throws IOException {
        for (int width : new int[] {12, 29, 30, 31, 39, 40, 41, 50, 70}) {
            String command = "echo " + "0123456789".repeat(7).substring(0, width - 6) + "z";
            try (TestingShell shell = shell(40)) {
                shell.type("echo busy; until [ -e ready" + width + " ]; do sleep 0.01; done\r")
                        .expect("busy\r\n");
                shell.type(command).expect("z");
                Files.createFile(directory.resolve("ready" + width));
                shell.prompt().expect("z");
                shell.type("\r").expect("z\r\n").prompt();
                assertThat(shell.observed.texts()).hasSize(2).last().isEqualTo(command);
            }
        }
    }

    /** The command begins where the person types it, not where the terminal said where its cursor is. */
    @Test
    void whatATerminalAnswersIsNotTyped() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("stty -echo; printf '\\033[6n\\033[c'; read -d c answer; stty echo; echo \"<${#answer}>\"")
                    .type("\r")
                    .expect("\033[6n\033[c");
            shell.type("\033[2;1R\033[?1;2c").expect("<12>\r\n").prompt();
            shell.slowly("echo done").type("\r").expect("done\r\n").prompt();
            assertThat(shell.observed.texts()).endsWith("echo done").hasSize(2);
        }
    }

    @Test
    void historyCompletionAndEditingAreSeenAsTheyEnded() throws IOException {
        Files.writeString(directory.resolve("unmistakable-name"), "content");
        try (TestingShell shell = shell(80)) {
            shell.slowly("echo first").type("\r").expect("first\r\n").prompt();
            shell.type("\033[A").expect("echo first");
            shell.type("\r").expect("first\r\n").prompt();
            shell.slowly("cat unmis").type("\t").expect("takable-name ");
            shell.type("\r").expect("content").prompt();
            shell.slowly("echo wrong")
                    .type("\027")
                    .slowly("right")
                    .type("\001\033[C\033[C\033[C\033[C\033[C")
                    .slowly("all ");
            shell.type("\r").expect("all right\r\n").prompt();
            assertThat(shell.observed.texts())
                    .containsExactly("echo first", "echo first", "cat unmistakable-name", "echo all right");
        }
    }

    @Test
    void abandonedLinesAreNoCommands() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("rm -rf nothing").abandon();
            shell.slowly("true").type("\r").prompt();
            assertThat(shell.observed.texts()).containsExactly("true");
        }
    }

    @Test
    void longCommandsOverSeveralRowsAreWhole() throws IOException {
        String command = "echo " + "0123456789".repeat(15) + " 服务器" + "ab".repeat(20);
        try (TestingShell shell = shell(40)) {
            shell.type(command + "\r").prompt();
            assertThat(shell.observed.texts()).containsExactly(command);
        }
    }

    @Test
    void secretsAtPromptsWithoutEchoAreNoCommands() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("read -s -p 'Enter it now ' x")
                    .type("\r")
                    .expect("\r\n")
                    .expect("Enter it now ");
            shell.type("s3cret").type("\r").prompt();
            shell.slowly("read -s -p 'Password: ' x").type("\r").expect("\r\n").expect("Password: ");
            shell.type("hunter2\r").prompt();
            shell.slowly("true").type("\r").prompt();
            assertThat(shell.observed.texts())
                    .containsExactly("read -s -p 'Enter it now ' x", "read -s -p 'Password: ' x", "true");
        }
    }

    @Test
    void pasteOfSeveralLinesIsSeveralCommands() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.type("echo a\recho b\recho c\r").expect("c\r\n").prompt();
            assertThat(shell.observed.texts()).containsExactly("echo a", "echo b", "echo c");
        }
    }

    /** And the shell's next commands are found. */
    @Test
    void linesSentAtOnceToAProgramWithoutAPromptAreCommandsEach() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("echo go; wc -l").type("\r").expect("go\r\n");
            shell.type("x1\rx2\rx3\r").expect("x3\r\n");
            shell.type("\004").expect("3\r\n").prompt();
            shell.slowly("echo two").type("\r").expect("two\r\n").prompt();
            assertThat(shell.observed.texts()).containsExactly("echo go; wc -l", "x1", "x2", "x3", "echo two");
        }
    }

    /** The shell's prompt comes in the row in which the end of the input was typed. */
    @Test
    void whatFollowsLinesForAFileIsFoundWithoutItsPrompt() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("echo go; cat > lines").type("\r").expect("go\r\n");
            shell.type("x1\rx2\r").expect("x2\r\n");
            shell.type("\004").prompt();
            shell.slowly("wc -l lines").type("\r").expect("2 lines\r\n").prompt();
            assertThat(shell.observed.texts()).containsExactly("echo go; cat > lines", "x1", "x2", "wc -l lines");
        }
    }

    @Test
    void bracketedPasteOfSeveralLinesIsOneCommand() throws IOException {
        try (TestingShell shell = TestingShell.bash(directory, 80, 24, "bind 'set enable-bracketed-paste on'")) {
            shell.type("\033[200~for i in 1 2; do\recho n$i\rdone\033[201~").expect("done");
            shell.type("\r").expect("n2").prompt();
            assertThat(shell.observed.texts()).containsExactly("for i in 1 2; do\necho n$i\ndone");
        }
    }

    @Test
    void fullScreenProgramsPauseDetection() throws IOException {
        Files.writeString(directory.resolve("text"), "line\n".repeat(100));
        try (TestingShell shell = shell(80)) {
            shell.slowly("vim -u NONE text").type("\r").expect("\033[?1049h").expect("line");
            shell.type("oinserted text\033").expect("inserted text");
            shell.type(":q!\r").expect("\033[?1049l").prompt();
            shell.slowly("less text").type("\r").expect("\033[?1049h").expect("line");
            shell.type("q").expect("\033[?1049l").prompt();
            shell.slowly("echo after").type("\r").expect("after\r\n").prompt();
            assertThat(shell.observed.texts()).containsExactly("vim -u NONE text", "less text", "echo after");
        }
    }

    @Test
    void commandsInsideTmuxAreFound() throws IOException {
        Files.writeString(directory.resolve(".bash_profile"), "PS1='in@tmux:~$ '\n");
        try (TestingShell shell = shell(80)) {
            shell.slowly("tmux -f /dev/null").type("\r").expect("\033[?1049h").expect("in@tmux:~$ ");
            shell.slowly("echo inside").type("\r").expect("inside").expect("in@tmux:~$ ");
            shell.slowly("exit").type("\r").expect("\033[?1049l").prompt();
            shell.slowly("echo outside").type("\r").expect("outside\r\n").prompt();
            assertThat(shell.observed.texts())
                    .containsExactly("tmux -f /dev/null", "echo inside", "exit", "echo outside");
        }
    }

    @Test
    void marksOfShellIntegrationGiveTheExitStatus() throws IOException {
        String marks = "PROMPT_COMMAND='printf \"\\033]133;D;%s\\007\\033]133;A\\007\" $?'; PS1='" + TestingShell.PROMPT
                + "\\[\\033]133;B\\007\\]'";
        try (TestingShell shell = TestingShell.bash(directory, 80, 24, marks)) {
            shell.slowly("(exit 3)").type("\r").prompt();
            shell.slowly("echo ok").type("\r").expect("ok\r\n").prompt();
            assertThat(shell.observed.commands())
                    .containsExactly(
                            new Observed.Command(1, "(exit 3)", "", 3), new Observed.Command(2, "echo ok", "ok", 0));
        }
    }

    @Test
    void clearedScreenKeepsTheCommand() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("echo be")
                    .type("\014")
                    .expect("echo be")
                    .slowly("fore")
                    .type("\r")
                    .expect("before\r\n")
                    .prompt();
            assertThat(shell.observed.texts()).containsExactly("echo before");
        }
    }

    @Test
    void floodsCostLittleAndTheExcerptIsTheBeginning() throws IOException {
        try (TestingShell shell = shell(80)) {
            shell.slowly("seq 300000").type("\r").expect("\r\n300000\r\n").prompt();
            shell.slowly("echo end").type("\r").expect("end\r\n").prompt();
            assertThat(shell.observed.texts()).containsExactly("seq 300000", "echo end");
            String output = shell.observed.commands().getFirst().output();
            assertThat(output)
                    .startsWith("1\n2\n3\n")
                    .hasSizeLessThanOrEqualTo(4096)
                    .hasSizeGreaterThan(4000);
        }
    }
}
