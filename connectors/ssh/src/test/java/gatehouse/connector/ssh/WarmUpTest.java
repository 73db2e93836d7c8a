package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void typesAtItselfAndNobodyElseHearsOfIt() throws Exception {
        try (TestingBastion bastion = new TestingBastion(TestingBastion.anyPort())) {
            WarmUp warmUp = new WarmUp(bastion, bastion.adapter.dialler(), new Work("warm-up", null));

            assertThat(warmUp.run(300)).isEqualTo(300);

            assertThat(bastion.signIns).hasValue(0);
            assertThat(bastion.origins).isEqualTo(List.of());
            assertThat(bastion.connectionsClosed).hasValue(0);
        }
    }
}
