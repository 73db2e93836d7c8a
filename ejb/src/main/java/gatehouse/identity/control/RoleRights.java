package gatehouse.identity.control;

import gatehouse.audit.entity.AuditRight;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.IdentityRight;
import gatehouse.identity.entity.RightCatalogue;
import gatehouse.identity.entity.RoleId;
import gatehouse.kernel.Right;
import gatehouse.setting.entity.SettingRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which rights the built-in roles hold; collected once, because contexts do not change while the server runs. */
@ApplicationScoped
public class RoleRights {
    private Map<BuiltInRole, Set<String>> byRole;

    protected RoleRights() {}

    @Inject
    RoleRights(@Any Instance<RightCatalogue> catalogues) {
        this(catalogues.stream().toList());
    }

    RoleRights(Collection<RightCatalogue> catalogues) {
        byRole = new EnumMap<>(BuiltInRole.class);
        Arrays.stream(BuiltInRole.values()).forEach(role -> byRole.put(role, new HashSet<>()));
        OWN_AND_LEFT.forEach(this::grant);
        catalogues.forEach(catalogue -> catalogue.rights().forEach(this::grant));
    }

    public Set<String> of(Collection<RoleId> roles) {
        Set<String> rights = new HashSet<>();
        roles.forEach(role -> BuiltInRole.find(role).map(byRole::get).ifPresent(rights::addAll));
        return rights;
    }

    public Set<String> of(BuiltInRole role) {
        return Set.copyOf(byRole.get(role));
    }

    private void grant(Right right, Set<BuiltInRole> roles) {
        byRole.get(BuiltInRole.SYSTEM_ADMINISTRATOR).add(right.code());
        roles.forEach(role -> byRole.get(role).add(right.code()));
    }

    public static boolean exists(RoleId id) {
        return BuiltInRole.find(id).isPresent();
    }

    /** Contexts to the left do not know this port. */
    private static final Map<Right, Set<BuiltInRole>> OWN_AND_LEFT = new HashMap<>();

    static {
        Set<BuiltInRole> administrators = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR);
        Set<BuiltInRole> lookers = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR, BuiltInRole.AUDITOR);
        OWN_AND_LEFT.put(AuditRight.EVENT_VIEW, lookers);
        OWN_AND_LEFT.put(AuditRight.SENSITIVE_VIEW, Set.of(BuiltInRole.AUDITOR));
        OWN_AND_LEFT.put(SettingRight.VIEW, Set.of(BuiltInRole.AUDITOR));
        OWN_AND_LEFT.put(SettingRight.EDIT, Set.of());
        OWN_AND_LEFT.put(IdentityRight.USER_VIEW, lookers);
        OWN_AND_LEFT.put(IdentityRight.USER_CHANGE, administrators);
        OWN_AND_LEFT.put(IdentityRight.GROUP_VIEW, lookers);
        OWN_AND_LEFT.put(IdentityRight.GROUP_CHANGE, administrators);
        OWN_AND_LEFT.put(IdentityRight.ROLE_VIEW, lookers);
        OWN_AND_LEFT.put(IdentityRight.TOKEN_CREATE, Set.of(BuiltInRole.values()));
    }
}
