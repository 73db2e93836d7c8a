package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of one tree that are open, by name and by the prefix of their handles. */
final class Mounts {
    /** A letter and a number of fixed length. */
    private static final int PREFIX_LENGTH = 5;

    private final FileTree tree;
    private final ClientSide client;
    private final Map<List<String>, Mount> byName = new HashMap<>();
    private final Map<String, Mount> byPrefix = new HashMap<>();
    private int opened;
    private boolean closed;

    Mounts(FileTree tree, ClientSide client) {
        this.tree = tree;
        this.client = client;
    }

    Mount of(TreePath path) {
        List<String> name = path.folders();
        Mount mount;
        synchronized (this) {
            mount = byName.get(name);
            if (mount != null) {
                return mount;
            }
            String prefix = "m%04x".formatted(opened++ & 0xffff);
            Mount added = new Mount(path, prefix, client, () -> forget(name, prefix));
            mount = added;
            byName.put(name, added);
            byPrefix.put(prefix, added);
        }
        mount.open(tree);
        return mount;
    }

    synchronized Optional<Mount> ofHandle(String handle) {
        return handle.length() < PREFIX_LENGTH
                ? Optional.empty()
                : Optional.ofNullable(byPrefix.get(handle.substring(0, PREFIX_LENGTH)));
    }

    static String handleAtTarget(String handle) {
        return handle.substring(PREFIX_LENGTH);
    }

    void close() {
        List<Mount> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(byPrefix.values());
        }
        all.forEach(Mount::close);
    }

    /** Idempotent: another one may stand under that name since. Calls nobody. */
    private synchronized void forget(List<String> name, String prefix) {
        Mount gone = byPrefix.remove(prefix);
        if (!closed && gone != null) {
            byName.remove(name, gone);
        }
    }
}
