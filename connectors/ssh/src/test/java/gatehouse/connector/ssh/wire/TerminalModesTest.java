package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TerminalModesTest {
    @Test
    void whatIsEncodedIsReadBack() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            Map<Integer, Integer> modes = new HashMap<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                modes.put(1 + random.nextInt(159), random.nextInt());
            }
            assertThat(TerminalModes.parse(TerminalModes.encode(modes))).isEqualTo(modes);
        }
    }

    @Test
    void garbageEndsTheList() {
        Random random = new Random(6);
        for (int round = 0; round < 2_000; round++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            assertThat(TerminalModes.parse(garbage).keySet()).allMatch(opcode -> opcode > 0 && opcode < 160);
        }
        assertThat(TerminalModes.parse(new byte[] {(byte) 200, 0, 0, 0, 1})).isEmpty();
        assertThat(TerminalModes.parse(new byte[] {53, 0, 0})).isEmpty();
    }
}
