package gatehouse.identity.entity;

import gatehouse.kernel.Right;
import java.util.Map;
import java.util.Set;

/**
 * Port: which rights a context has and which built-in roles hold them (a system administrator holds all of them anyway). Each context
 * implements it by an {@code @ApplicationScoped} class in {@code control}; identity collects them.
 */
public interface RightCatalogue {
    Map<Right, Set<BuiltInRole>> rights();
}
