package gatehouse.inventory.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformDetails;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Platforms: the built-in ones and the organisation's rows. There are few; lists are made in memory. */
@ApplicationScoped
public class PlatformRows {
    private Rows rows;

    protected PlatformRows() {}

    @Inject
    PlatformRows(Rows rows) {
        this.rows = rows;
    }

    public List<Platform> all(Scope scope) {
        List<Platform> all = new ArrayList<>(BuiltInPlatforms.all());
        all.addAll(rows.in(scope)
                .query(
                        Platform.class,
                        "select p from Platform p where p.organisation = :organisation order by p.nameKey")
                .getResultList());
        return all;
    }

    public Page<Platform> page(Scope scope, PageRequest request) {
        String search = request.search().strip().toLowerCase(Locale.ROOT);
        List<Platform> found = all(scope).stream()
                .filter(p ->
                        Asset.nameKey(p.name()).contains(search) || p.type().contains(search))
                .toList();
        return new Page<>(
                found.stream().skip(request.offset()).limit(request.limit()).toList(), found.size());
    }

    public Optional<Platform> find(Scope scope, PlatformId id) {
        return BuiltInPlatforms.find(id).or(() -> rows.in(scope).find(Platform.class, id.value()));
    }

    public Platform require(Scope scope, PlatformId id) {
        return find(scope, id)
                .orElseThrow(() -> InventoryProblem.PLATFORM_MISSING.problem("there is no such platform"));
    }

    public Platform add(Scope scope, PlatformDetails details) {
        details.requireSettings();
        Names.requireSeen(InventoryProblem.PLATFORM_INVALID, "name", details.name(), "");
        requireNameFree(scope, details.name(), Optional.empty());
        return rows.in(scope).add(new Platform(PlatformId.next(), scope.organisation(), details));
    }

    public Platform change(Scope scope, PlatformId id, PlatformDetails details, long revision) {
        Platform platform = requireOwn(scope, id);
        Revisions.require(platform.revision(), revision, "platform");
        details.requireSettings();
        Names.requireSeen(InventoryProblem.PLATFORM_INVALID, "name", details.name(), platform.name());
        requireNameFree(scope, details.name(), Optional.of(id));
        platform.change(details);
        return platform;
    }

    public Platform remove(Scope scope, PlatformId id) {
        Platform platform = requireOwn(scope, id);
        long users = rows.in(scope)
                .query(
                        Long.class,
                        "select count(a) from Asset a where a.organisation = :organisation and a.platform = :platform")
                .setParameter("platform", id.value())
                .getSingleResult();
        if (users > 0) {
            throw InventoryProblem.PLATFORM_IN_USE.problem(users + " assets are of this platform; change them first");
        }
        rows.in(scope).remove(platform);
        return platform;
    }

    private Platform requireOwn(Scope scope, PlatformId id) {
        Platform platform = require(scope, id);
        if (platform.builtIn()) {
            throw InventoryProblem.PLATFORM_BUILT_IN.problem(
                    "a built-in platform cannot be changed; make a copy of it");
        }
        return platform;
    }

    private void requireNameFree(Scope scope, String name, Optional<PlatformId> own) {
        boolean taken = all(scope).stream()
                .filter(p -> own.isEmpty() || !p.id().equals(own.get()))
                .anyMatch(p -> Asset.nameKey(p.name()).equals(Asset.nameKey(name)));
        if (taken) {
            throw InventoryProblem.PLATFORM_NAME_TAKEN.at("name", "there is a platform called " + name + " already");
        }
    }
}
