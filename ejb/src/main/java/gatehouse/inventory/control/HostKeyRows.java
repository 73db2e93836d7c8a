package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.HostKey;
import gatehouse.inventory.entity.HostKeyId;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of host keys. */
@ApplicationScoped
public class HostKeyRows {
    private static final Listing<HostKey> LISTING = new Listing<>(
            HostKey.class,
            List.of("host", "fingerprint"),
            Map.of("host", "host", "firstSeenAt", "firstSeenAt", "lastSeenAt", "lastSeenAt", "state", "state"),
            new PageRequest.Order("firstSeenAt", true));

    private Rows rows;
    private Clock clock;

    protected HostKeyRows() {}

    @Inject
    HostKeyRows(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Page<HostKey> page(
            Scope scope, Optional<AssetId> asset, Optional<HostKey.State> state, PageRequest request) {
        Criterion<HostKey> ofAsset = asset.map(id -> Criterion.<HostKey>equal("asset", id.value()))
                .orElse((builder, root) -> builder.conjunction());
        Criterion<HostKey> inState = state.map(wanted -> Criterion.<HostKey>equal("state", wanted))
                .orElse((builder, root) -> builder.conjunction());
        return rows.in(scope).page(LISTING, request, List.of(ofAsset, inState));
    }

    public HostKey require(Scope scope, HostKeyId id) {
        return rows.in(scope)
                .find(HostKey.class, id.value())
                .orElseThrow(() -> InventoryProblem.HOST_KEY_MISSING.problem("there is no such host key"));
    }

    public List<HostKey> of(Scope scope, AssetId asset, int port) {
        return rows.in(scope)
                .query(
                        HostKey.class,
                        "select k from HostKey k where k.organisation = :organisation and k.asset = :asset"
                                + " and k.port = :port order by k.firstSeenAt")
                .setParameter("asset", asset.value())
                .setParameter("port", port)
                .getResultList();
    }

    /** Notes that a key was shown; a new one is pending. */
    public HostKey note(Scope scope, AssetId asset, PresentedKey key, List<HostKey> known) {
        HostKey row = known.stream()
                .filter(other -> other.keyType().equals(key.keyType()))
                .filter(other -> other.fingerprint().equals(key.fingerprint()))
                .findFirst()
                .orElseGet(() -> added(scope, new HostKey(scope.organisation(), asset, key, clock.instant()), known));
        row.seen(clock.instant());
        return row;
    }

    private HostKey added(Scope scope, HostKey key, List<HostKey> known) {
        if (known.stream().anyMatch(HostKey::accepted)) {
            key.markChanged();
        }
        return rows.in(scope).add(key);
    }

    public void reject(HostKey key, String by) {
        key.reject(by, clock.instant());
    }

    /** Trusts {@code key}; what was trusted for the same type before is replaced. */
    public void accept(Scope scope, HostKey key, String by) {
        of(scope, key.asset(), key.port()).stream()
                .filter(other -> other.keyType().equals(key.keyType()) && other.accepted())
                .forEach(other -> other.replace(by, clock.instant()));
        key.accept(by, clock.instant());
    }

    public void remove(Scope scope, HostKey key) {
        rows.in(scope).remove(key);
    }
}
