package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.vault.entity.AccountFacts;
import java.util.Comparator;
import java.util.List;

/**
 * An asset as an estate keeps it.
 *
 * @param place number of the asset's places: the same for all assets that are in the same ones
 * @param shape the same object for all assets that are alike in it
 * @param accounts all of the asset's, by name, active or not
 */
record Placed(AssetFacts asset, int place, Shape shape, List<AccountFacts> accounts) {
    static final Comparator<AssetFacts> FACTS_BY_NAME = Comparator.comparing(
                    AssetFacts::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(AssetFacts::name)
            .thenComparing(asset -> asset.id().value());

    static final Comparator<Placed> BY_NAME = Comparator.comparing(Placed::asset, FACTS_BY_NAME);
}
