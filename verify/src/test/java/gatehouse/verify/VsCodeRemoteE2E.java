package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What VS Code Remote-SSH does first: {@code ssh -T host bash} with an installer on standard input, which prints markers, unpacks a
 * server that came with it, starts it in the background and says where it listens.
 */
class VsCodeRemoteE2E {
    private static final String MARK = "b1f2d3c4a5";
    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("vscode-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static String installer() {
        return String.join(
                "\n",
                "echo \"" + MARK + ": running\"",
                "SERVER_DIR=\"$HOME/.vscode-server\"",
                "mkdir -p \"$SERVER_DIR\"",
                "cat > \"$SERVER_DIR/server.sh\" <<'EOF'",
                "#!/bin/sh",
                "echo listening > \"$1\"",
                "EOF",
                "chmod +x \"$SERVER_DIR/server.sh\"",
                "nohup \"$SERVER_DIR/server.sh\" \"$SERVER_DIR/log\" >/dev/null 2>&1 </dev/null &",
                "while [ ! -s \"$SERVER_DIR/log\" ]; do sleep 0.1; done",
                "echo \"" + MARK + ": start\"",
                "printf 'SSH_AUTH_SOCK==%s==\\n' \"$SSH_AUTH_SOCK\"",
                "printf 'listeningOn==%s==\\n' 41234",
                "echo \"" + MARK + ": end\"",
                "exit 0",
                "");
    }

    @Test
    void theInstallerRunsWholeAndIsOnTheRecord() {
        Program.Result result = estate.client()
                .ssh(estate.carrierLogin(), "bash")
                .typing(installer())
                .atMost(FilesEstate.PATIENCE)
                .run();

        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(result.out())
                .startsWith(MARK + ": running\n" + MARK + ": start\n")
                .contains("SSH_AUTH_SOCK====\n", "listeningOn==41234==\n")
                .endsWith(MARK + ": end\n");
        assertThat(estate.there().resolve(".vscode-server/log")).exists();
        SessionLog sessions = new SessionLog(estate.gatehouse().admin());
        var session = sessions.lastEnded(estate.carrier());
        assertThat(sessions.commands(session, 16)).contains("bash", "mkdir -p \"$SERVER_DIR\"", "exit 0");
        assertThat(sessions.replay(session)).contains("nohup").contains(MARK + ": end");
    }

    /** Later windows open further channels on the same connection. */
    @Test
    void furtherChannelsOpenOnTheSameConnection() {
        String control = estate.here().resolve("control").toString();
        List<String> master =
                List.of("-o", "ControlMaster=auto", "-o", "ControlPersist=60", "-o", "ControlPath=" + control);

        Program.Result first = shared(master, "echo one");
        Program.Result second = shared(master, "echo two; exit 5");

        assertThat(first.out()).as(first.toString()).isEqualTo("one\n");
        assertThat(second.out()).as(second.toString()).isEqualTo("two\n");
        assertThat(second.code()).isEqualTo(5);
        shared(List.of("-O", "exit", "-o", "ControlPath=" + control));
    }

    private static Program.Result shared(List<String> options, String... command) {
        List<String> whole = new java.util.ArrayList<>(
                List.of(estate.remoteShell(estate.carrierLogin()).split(" ", -1)));
        whole.addAll(options);
        whole.add("127.0.0.1");
        whole.addAll(List.of(command));
        return estate.local(whole).run();
    }
}
