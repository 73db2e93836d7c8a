package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final List<String> told = new ArrayList<>();
    private final Delivery delivery = new Delivery(() -> told.add("end"));

    @Test
    void endIsToldOnceAndAfterTheDeliveryThatItCameIn() {
        delivery.deliver(
                () -> {
                    delivery.end();
                    told.add("delivered");
                },
                Completion.NOTHING);
        delivery.end();
        assertThat(told).containsExactly("delivered", "end");
    }

    /** R1.2 */
    @Test
    void whatComesAfterTheEndIsCompletedAndNotDelivered() {
        delivery.end();
        delivery.deliver(() -> told.add("delivered"), () -> told.add("completed"));
        assertThat(told).containsExactly("end", "completed");
    }

    @Test
    void deliveryThatFailsDoesNotKeepTheEndBack() {
        assertThatThrownBy(() -> delivery.deliver(
                        () -> {
                            throw new IllegalStateException("expected");
                        },
                        Completion.NOTHING))
                .hasMessage("expected");
        delivery.end();
        assertThat(told).containsExactly("end");
    }
}
