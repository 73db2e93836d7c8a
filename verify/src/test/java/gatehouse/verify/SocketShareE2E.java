package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one person can cost by sockets (R20.8). */
class SocketShareE2E {
    private static final int MOST = 64;

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();

    @Test
    void oneSocketMoreIsToldWhyAndOneLessMakesRoom() {
        new Estate(gatehouse).user("sokrates");
        Rest sokrates = gatehouse.rest("sokrates", Estate.PASSWORD);
        List<TestingTab> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                open.add(TestingTab.at(sokrates, "terminal"));
            }
            assertThat(open).noneMatch(TestingTab::isClosed);
            TestingTab refused = TestingTab.at(sokrates, "terminal");
            assertThat(refused.awaitControl("ended").getString("code")).isEqualTo("TOO_MANY_OPEN");

            // whoever asks for nothing leaves by themselves
            open.getFirst().awaitClosed();
            Eventually.holds(() -> {
                TestingTab next = TestingTab.at(sokrates, "terminal");
                open.add(next);
                next.say(Json.createObjectBuilder().add("type", "nothing").build());
                assertThat(next.awaitControl("ended").getString("code")).isEqualTo("FRAME_INVALID");
            });
        } finally {
            open.forEach(TestingTab::close);
        }
    }
}
