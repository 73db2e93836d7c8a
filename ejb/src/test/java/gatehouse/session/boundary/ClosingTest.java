package gatehouse.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> table = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void anEndThatIsRefusedForWhatIsInItIsWrittenInAscii() {
        closing.attempt(() -> fail("22021"), () -> table.add("in ASCII"));

        assertThat(table).containsExactly("in ASCII");
    }

    @Test
    void anEndInAsciiWaitsForTheDatabaseToo() {
        List<String> away = new ArrayList<>(List.of("08006"));
        closing.attempt(() -> fail("22021"), () -> {
            if (!away.isEmpty()) {
                fail(away.removeFirst());
            }
            table.add("in ASCII");
        });
        assertThat(table).isEmpty();

        closing.retry();
        closing.retry();

        assertThat(table).containsExactly("in ASCII");
    }

    @Test
    void anEndThatMetAnOutageIsWrittenAsItWas() {
        List<String> away = new ArrayList<>(List.of("08006", "08006"));
        closing.attempt(
                () -> {
                    if (!away.isEmpty()) {
                        fail(away.removeFirst());
                    }
                    table.add("as it was");
                },
                () -> table.add("in ASCII"));

        closing.retry();
        closing.retry();

        assertThat(table).containsExactly("as it was");
    }

    private static void fail(String state) {
        throw new PersistenceException(new SQLException("refused", state));
    }
}
