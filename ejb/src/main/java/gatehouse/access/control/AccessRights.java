package gatehouse.access.control;

import gatehouse.access.entity.AccessRight;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.RightCatalogue;
import gatehouse.kernel.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

@ApplicationScoped
class AccessRights implements RightCatalogue {
    @Override
    public Map<Right, Set<BuiltInRole>> rights() {
        return Map.of(
                AccessRight.SIGN_IN_VIEW, Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR, BuiltInRole.AUDITOR),
                AccessRight.SIGN_IN_END, Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR));
    }
}
