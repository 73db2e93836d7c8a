package gatehouse.inventory.entity;

/** What sort of thing a platform describes. */
public enum Category {
    HOST,
    DEVICE,
    DATABASE,
    CLOUD,
    WEB,
    DIRECTORY,
    CUSTOM
}
