package gatehouse.inventory.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformDetails;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.inventory.entity.PlatformProtocol;
import gatehouse.inventory.entity.SuMethod;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformRowsTest {
    private static final Scope SCOPE = new Scope(OrganisationId.next());
    private static final PlatformDetails BROKEN = new PlatformDetails(
            "old switch",
            Category.DEVICE,
            "switch",
            "UTF-8",
            SuMethod.NONE,
            List.of(new PlatformProtocol("ssh", 22, true, Map.of("legacy_algorithms", "yes"))));

    /** As an earlier version let it in. */
    private final Platform stored = new Platform(PlatformId.next(), SCOPE.organisation(), BROKEN);

    private final PlatformRows platforms = new PlatformRows(new Rows(storing(stored)));

    @Test
    void settingsThatNoConnectorTakesAreNotStored() {
        assertRefused(() -> platforms.add(SCOPE, BROKEN));
        assertRefused(() -> platforms.change(SCOPE, stored.id(), BROKEN, stored.revision()));
    }

    @Test
    void whatIsStoredIsRead() {
        assertThat(platforms.require(SCOPE, stored.id()).details()).isEqualTo(BROKEN);
    }

    private static void assertRefused(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("legacy_algorithms must be true or false");
    }

    private static EntityManager storing(Platform platform) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return platform.id().value().equals(arguments[1]) ? platform : null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
