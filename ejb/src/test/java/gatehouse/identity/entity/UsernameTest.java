package gatehouse.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @Test
    void caseDoesNotMatter() {
        assertThat(Username.require(" Alice.B ")).isEqualTo("alice.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "a#b", "a:b", "a/b", "-a", "a b", "a\u0000"})
    void whatSignInFormsWouldTakeApartIsRefused(String name) {
        assertThatThrownBy(() -> Username.require(name)).isInstanceOf(ProblemException.class);
    }
}
