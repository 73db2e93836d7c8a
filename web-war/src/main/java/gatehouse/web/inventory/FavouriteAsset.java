package gatehouse.web.inventory;

/** @param asset id */
public record FavouriteAsset(String asset) {}
