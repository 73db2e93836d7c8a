package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A running shell in the browser, cut off and found again. */
class ShellReturnE2E {
    private static ShellEstate shells;

    @BeforeAll
    static void begin() {
        shells = new ShellEstate("return");
    }

    @AfterAll
    static void end() {
        shells.close();
    }

    @Test
    void aCutSocketComesBackToTheSameShellWithoutLosingAByte() {
        TestingTab shell = shells.open();
        String session = shells.session(shell);
        shell.type("stty -echo; PS1=; echo re''ady\r");
        shell.awaitShown("ready\r\n");
        shell.type("for i in $(seq 1 20000); do echo line-$i; done; echo all''-done\r");
        shell.awaitShown("line-1000\r\n");
        shell.cut();
        String before = shell.shown();

        try (TestingTab again = shells.resume(session, shell.received())) {
            again.awaitShown("all-done");
            assertThat(again.awaitControl("resumed").getBoolean("snapshot")).isFalse();
            String whole = before + again.shown();
            StringBuilder expected = new StringBuilder();
            for (int i = 1; i <= 20_000; i++) {
                expected.append("line-").append(i).append("\r\n");
            }
            assertThat(whole).contains(expected);
        }
    }

    @Test
    void whoMissedTooMuchSeesTheScreenPainted() {
        TestingTab shell = shells.open();
        String session = shells.session(shell);
        shell.type(
                "sleep 1; seq -s _ 1 400000; printf '\\033[?1049h\\033[2J\\033[3;5Hfull-%s\\033[?1h' screen; touch painted; cat\r");
        shell.cut();
        Eventually.holds(
                () -> assertThat(shells.target().home().resolve("painted")).exists());
        shells.awaitTraffic(session, 2_688_000);

        try (TestingTab again = shells.resume(session, shell.received())) {
            JsonObject resumed = again.awaitControl("resumed");
            assertThat(resumed.getBoolean("snapshot")).isTrue();
            String screen = resumed.getString("screen");
            // the other screen lies behind the full one, for when the program ends
            assertThat(screen).contains("399999").contains("\033[?1049h");
            assertThat(screen.substring(screen.indexOf("\033[?1049h")))
                    .contains("full-screen")
                    .contains("\033[?1h")
                    .doesNotContain("399999");
            again.type("still-here\r");
            again.awaitShown("still-here");
        }
    }

    @Test
    void onlyTheSameTabAndSignInComeBack() {
        TestingTab shell = shells.open();
        String session = shells.session(shell);
        Rest again = shells.signedInAgain();
        shell.cut();
        for (TestingTab thief : new TestingTab[] {
            shells.resume(shells.alice(), session, "another-secret"),
            shells.resume(shells.bob(), session, ShellEstate.TAB),
            shells.resume(again, session, ShellEstate.TAB)
        }) {
            assertThat(thief.awaitControl("ended").getString("code")).isEqualTo("SESSION_ENDED");
        }
        try (TestingTab owner = shells.resume(session, 0)) {
            owner.awaitControl("resumed");
        }
    }
}
