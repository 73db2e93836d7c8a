package gatehouse.identity.boundary;

import gatehouse.identity.control.RoleRights;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.IdentityRight;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Roles and the rights that they hold. */
@Stateless
public class Roles {
    @Inject
    private RoleRights rights;

    public Map<BuiltInRole, Set<String>> list(Caller caller) {
        caller.require(IdentityRight.ROLE_VIEW);
        Map<BuiltInRole, Set<String>> all = new EnumMap<>(BuiltInRole.class);
        for (BuiltInRole role : BuiltInRole.values()) {
            all.put(role, rights.of(role));
        }
        return all;
    }
}
