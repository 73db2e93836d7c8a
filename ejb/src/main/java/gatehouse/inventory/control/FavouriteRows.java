package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Favourite;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Rows of favourites. */
@ApplicationScoped
public class FavouriteRows {
    private Rows rows;
    private Clock clock;

    protected FavouriteRows() {}

    @Inject
    FavouriteRows(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Favourite> of(Scope scope, UserId user) {
        return rows.in(scope)
                .query(
                        Favourite.class,
                        "select f from Favourite f where f.organisation = :organisation and f.userId = :user"
                                + " order by f.createdAt desc")
                .setParameter("user", user.value())
                .getResultList();
    }

    public void add(Scope scope, UserId user, AssetId asset) {
        if (of(scope, user).stream().noneMatch(f -> f.asset().equals(asset))) {
            rows.in(scope).add(new Favourite(scope.organisation(), user, asset, clock.instant()));
        }
    }

    public void remove(Scope scope, UserId user, AssetId asset) {
        of(scope, user).stream()
                .filter(f -> f.asset().equals(asset))
                .forEach(f -> rows.in(scope).remove(f));
    }
}
