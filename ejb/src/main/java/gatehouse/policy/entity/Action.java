package gatehouse.policy.entity;

/** What somebody may do with an asset. */
public enum Action {
    CONNECT,
    /** Also to rename, to make directories, and to overwrite: what a file held is not kept by any action. */
    UPLOAD,
    DOWNLOAD,
    COPY,
    PASTE,
    /** Names of files vanish: to remove one, or to rename another over it. */
    DELETE,
    SHARE,
    TUNNEL
}
