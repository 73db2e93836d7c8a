package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Folders that only Gatehouse knows. */
final class Folders {
    private static final String HANDLE = "folder-";
    private static final int ENTRIES_IN_ONE_ANSWER = 100;
    private static final int MOST_OPEN = 64;

    private final FileTree tree;
    private final ClientSide client;
    private final Instant since = Instant.now();
    private final AtomicInteger handles = new AtomicInteger();
    private final ConcurrentHashMap<String, ArrayDeque<String>> open = new ConcurrentHashMap<>();

    Folders(FileTree tree, ClientSide client) {
        this.tree = tree;
        this.client = client;
    }

    boolean owns(String handle) {
        return handle.startsWith(HANDLE);
    }

    void name(int id, TreePath path, Completion done) {
        PacketWriter answer =
                PacketWriter.packet(Sftp.NAME, id).int32(1).path(path.path()).path(path.path());
        Attributes.writeDirectory(answer, since);
        client.answer(answer.toBytes(), done);
    }

    void stat(int id, TreePath path, Completion done) {
        if (path.names().isEmpty()) {
            client.answer(attributes(id), done);
            return;
        }
        List<String> folders = path.folders();
        list(id, folders.subList(0, folders.size() - 1), done, names -> {
            boolean exists = names.contains(folders.getLast());
            client.answer(exists ? attributes(id) : missing(id), done);
        });
    }

    void open(int id, TreePath path, Completion done) {
        if (open.size() >= MOST_OPEN) {
            client.answer(PacketWriter.status(id, Sftp.FAILURE, "too many folders are open"), done);
            return;
        }
        list(id, path.folders(), done, names -> {
            String handle = HANDLE + handles.incrementAndGet();
            open.put(handle, new ArrayDeque<>(names));
            client.answer(PacketWriter.packet(Sftp.HANDLE, id).latin1(handle).toBytes(), done);
        });
    }

    void onHandle(int id, int type, String handle, Completion done) {
        client.answer(
                switch (type) {
                    case Sftp.READDIR -> next(id, handle);
                    case Sftp.CLOSE ->
                        open.remove(handle) == null
                                ? PacketWriter.status(id, Sftp.FAILURE, "this handle is not open")
                                : PacketWriter.status(id, Sftp.OK, "");
                    case Sftp.FSTAT -> attributes(id);
                    default -> PacketWriter.status(id, Sftp.PERMISSION_DENIED, "this is a folder of Gatehouse");
                },
                done);
    }

    private byte[] next(int id, String handle) {
        ArrayDeque<String> names = open.get(handle);
        if (names == null) {
            return PacketWriter.status(id, Sftp.FAILURE, "this handle is not open");
        }
        if (names.isEmpty()) {
            return PacketWriter.status(id, Sftp.EOF, "");
        }
        int count = Math.min(names.size(), ENTRIES_IN_ONE_ANSWER);
        PacketWriter answer = PacketWriter.packet(Sftp.NAME, id).int32(count);
        for (int i = 0; i < count; i++) {
            FilePath name = FilePath.of(names.poll());
            answer.path(name).string(longName(name));
            Attributes.writeDirectory(answer, since);
        }
        return answer.toBytes();
    }

    /** As {@code ls -l} prints it, because clients show it as it is. */
    private static byte[] longName(FilePath name) {
        String line = "dr-xr-xr-x    1 gatehouse gatehouse        0 Jan  1  1970 ";
        return (line + name.text()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] attributes(int id) {
        PacketWriter answer = PacketWriter.packet(Sftp.ATTRS, id);
        Attributes.writeDirectory(answer, since);
        return answer.toBytes();
    }

    private static byte[] missing(int id) {
        return PacketWriter.status(id, Sftp.NO_SUCH_FILE, "there is nothing of that name that you may reach");
    }

    private void list(int id, List<String> folder, Completion done, Consumer<List<String>> use) {
        var _ = tree.list(folder).whenComplete((names, failure) -> {
            if (failure != null) {
                client.answer(PacketWriter.status(id, Sftp.FAILURE, "the folder cannot be listed now"), done);
                return;
            }
            Optional<List<String>> found = names;
            found.ifPresentOrElse(use, () -> client.answer(missing(id), done));
        });
    }
}
