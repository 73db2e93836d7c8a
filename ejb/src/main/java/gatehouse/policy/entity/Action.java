package gatehouse.policy.entity;

/** What somebody may do with an asset. */
public enum Action {
    CONNECT,
    UPLOAD,
    DOWNLOAD,
    COPY,
    PASTE,
    DELETE,
    SHARE,
    TUNNEL
}
