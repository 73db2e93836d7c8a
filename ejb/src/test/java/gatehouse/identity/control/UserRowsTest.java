package gatehouse.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "\u0000", "\ud800", "a b"})
    void whatNobodyCanBeCalledIsNotAskedFor(String name) {
        assertThat(new UserRows(neverAsked()).findByUsername(name)).isEmpty();
    }

    private static EntityManager neverAsked() {
        return (EntityManager) Proxy.newProxyInstance(
                UserRowsTest.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (_, method, _) -> {
                    throw new AssertionError("asked the database: " + method.getName());
                });
    }
}
