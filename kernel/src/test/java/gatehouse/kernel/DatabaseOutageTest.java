package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03"})
    void aLostConnectionIsAnOutage(String state) {
        RuntimeException failure = new EJBException(new IllegalStateException(new SQLException("gone", state)));

        assertThat(DatabaseOutage.in(failure).orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(DatabaseOutage.shown(failure)).hasMessageContaining("try again");
    }

    @Test
    void anEmptyPoolIsAnOutage() {
        SQLException failure = new SQLException(new ResourceException("IJ000453"));

        assertThat(DatabaseOutage.in(failure)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "57014"})
    void whatTheDatabaseRefusesIsNone(String state) {
        RuntimeException failure = new IllegalStateException(new SQLException("refused", state));

        assertThat(DatabaseOutage.in(failure)).isEmpty();
        assertThat(DatabaseOutage.shown(failure)).isSameAs(failure);
    }

    @Test
    void aTargetThatDoesNotAnswerIsNone() {
        assertThat(DatabaseOutage.in(new IllegalStateException(new ResourceException("IJ000453"))))
                .isEmpty();
    }
}
