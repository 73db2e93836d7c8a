package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTree;
import java.util.function.Function;

/** Answers requests on folders of Gatehouse and translates the others for the target that their path or handle names. */
final class TreeRequests implements PacketFramer.Handler {
    private static final String READ_ONLY = "folders of Gatehouse cannot be changed; go down to an account of an asset";

    private final ClientSide client;
    private final Mounts mounts;
    private final Folders folders;
    private boolean greeted;
    private Mount written;
    private Parts delivery = new Parts(Completion.NOTHING);

    TreeRequests(FileTree tree, ClientSide client) {
        this.client = client;
        this.mounts = new Mounts(tree, client);
        this.folders = new Folders(tree, client);
    }

    void delivering(Parts parts) {
        delivery = parts;
    }

    void close() {
        mounts.close();
    }

    /** Nothing passes unchanged: handles and paths are translated, so that everything goes on from here. */
    @Override
    public Fate packet(PacketReader packet, int total) {
        packet.int32();
        int type = packet.unsigned8();
        written = null;
        if (type == Sftp.INIT) {
            greet(packet);
            return Fate.DROP;
        }
        if (!greeted) {
            throw packet.malformed("an SFTP request came before the greeting");
        }
        int id = packet.int32();
        switch (type) {
            case Sftp.OPEN -> onFile(id, type, Mount.Asked.HANDLE, packet);
            case Sftp.REALPATH -> resolve(id, packet);
            case Sftp.READLINK -> onFile(id, type, Mount.Asked.PATH, packet);
            case Sftp.LSTAT, Sftp.STAT -> look(id, type, packet);
            case Sftp.OPENDIR -> openDirectory(id, packet);
            case Sftp.SETSTAT, Sftp.REMOVE, Sftp.MKDIR, Sftp.RMDIR -> onFile(id, type, Mount.Asked.NOTHING, packet);
            case Sftp.RENAME -> onTwoFiles(id, type, "", packet);
            case Sftp.SYMLINK -> link(id, packet);
            case Sftp.CLOSE, Sftp.READ, Sftp.WRITE, Sftp.FSTAT, Sftp.FSETSTAT, Sftp.READDIR ->
                onHandle(id, type, packet, total);
            case Sftp.EXTENDED -> extended(id, packet, total);
            default -> answer(id, Sftp.OP_UNSUPPORTED, "unknown request");
        }
        return Fate.DROP;
    }

    @Override
    public void body(byte[] bytes, int offset, int length) {
        if (written != null) {
            written.body(bytes, offset, length, delivery.piece());
        }
    }

    private void greet(PacketReader packet) {
        if (greeted || packet.int32() < Sftp.VERSION_SPOKEN) {
            throw packet.malformed("SFTP version 3 is needed, said once");
        }
        greeted = true;
        PacketWriter greeting = new PacketWriter().unsigned8(Sftp.VERSION).int32(Sftp.VERSION_SPOKEN);
        for (String extension :
                new String[] {Sftp.RENAME_OVER, "hardlink@openssh.com", "fsync@openssh.com", "lsetstat@openssh.com"}) {
            greeting.text(extension).text("1");
        }
        greeting.text("statvfs@openssh.com")
                .text("2")
                .text("fstatvfs@openssh.com")
                .text("2");
        client.answer(greeting.toBytes(), delivery.piece());
    }

    private void resolve(int id, PacketReader packet) {
        TreePath path = TreePath.of(packet.path());
        if (path.names().size() > FileTree.DEPTH) {
            forward(id, Sftp.REALPATH, Mount.Asked.PATH, path, new byte[0]);
            return;
        }
        folders.name(id, path, delivery.piece());
    }

    private void look(int id, int type, PacketReader packet) {
        TreePath path = TreePath.of(packet.path());
        if (path.names().size() > FileTree.DEPTH) {
            forward(id, type, Mount.Asked.NOTHING, path, new byte[0]);
            return;
        }
        folders.stat(id, path, delivery.piece());
    }

    private void openDirectory(int id, PacketReader packet) {
        TreePath path = TreePath.of(packet.path());
        if (path.onTarget()) {
            forward(id, Sftp.OPENDIR, Mount.Asked.HANDLE, path, new byte[0]);
            return;
        }
        folders.open(id, path, delivery.piece());
    }

    private void onFile(int id, int type, Mount.Asked asked, PacketReader packet) {
        TreePath path = TreePath.of(packet.path());
        if (path.names().size() <= FileTree.DEPTH) {
            answer(id, Sftp.PERMISSION_DENIED, READ_ONLY);
            return;
        }
        forward(id, type, asked, path, packet.rest());
    }

    /** @param extension name of an extended request, empty for a request of the draft */
    private void onTwoFiles(int id, int type, String extension, PacketReader packet) {
        TreePath from = TreePath.of(packet.path());
        TreePath to = TreePath.of(packet.path());
        if (from.isTarget() || to.isTarget() || !from.onTarget() || !to.onTarget()) {
            answer(id, Sftp.PERMISSION_DENIED, READ_ONLY);
            return;
        }
        if (!from.sameTarget(to)) {
            answer(id, Sftp.FAILURE, "files cannot be moved from one account of an asset to another; copy them");
            return;
        }
        PacketWriter request = PacketWriter.packet(type, id);
        if (!extension.isEmpty()) {
            request.latin1(extension);
        }
        send(id, Mount.Asked.NOTHING, from, request.path(from.atTarget()).path(to.atTarget()));
    }

    /** The text of a link: below the tree's own path of the same target it becomes the target's path, else it stays as it is. */
    private void link(int id, PacketReader packet) {
        FilePath text = packet.path();
        TreePath link = TreePath.of(packet.path());
        if (link.names().size() <= FileTree.DEPTH) {
            answer(id, Sftp.PERMISSION_DENIED, READ_ONLY);
            return;
        }
        TreePath leadsTo = TreePath.of(text);
        boolean translated = text.latin1().startsWith("/") && leadsTo.sameTarget(link);
        FilePath atTarget = translated ? leadsTo.atTarget() : text;
        send(
                id,
                Mount.Asked.NOTHING,
                link,
                PacketWriter.packet(Sftp.SYMLINK, id).path(atTarget).path(link.atTarget()));
    }

    private void extended(int id, PacketReader packet, int total) {
        String name = packet.latin1();
        switch (name) {
            case Sftp.RENAME_OVER, "hardlink@openssh.com" -> onTwoFiles(id, Sftp.EXTENDED, name, packet);
            case "statvfs@openssh.com", "lsetstat@openssh.com" -> {
                TreePath path = TreePath.of(packet.path());
                if (!path.onTarget()) {
                    answer(id, Sftp.OP_UNSUPPORTED, "folders of Gatehouse are on no file system");
                    return;
                }
                byte[] rest = packet.rest();
                PacketWriter request = PacketWriter.packet(Sftp.EXTENDED, id).latin1(name);
                send(
                        id,
                        Mount.Asked.NOTHING,
                        path,
                        request.path(path.atTarget()).raw(rest, 0, rest.length));
            }
            case "fsync@openssh.com", "fstatvfs@openssh.com" ->
                onHandle(
                        id,
                        packet,
                        total,
                        handle -> PacketWriter.packet(Sftp.EXTENDED, id)
                                .latin1(name)
                                .latin1(handle));
            default -> answer(id, Sftp.OP_UNSUPPORTED, "unknown extension");
        }
    }

    private void onHandle(int id, int type, PacketReader packet, int total) {
        onHandle(id, packet, total, handle -> PacketWriter.packet(type, id).latin1(handle));
    }

    private void onHandle(int id, PacketReader packet, int total, Function<String, PacketWriter> head) {
        int type = packet.type();
        String handle = packet.latin1();
        if (folders.owns(handle)) {
            folders.onHandle(id, type, handle, delivery.piece());
            return;
        }
        mounts.ofHandle(handle)
                .ifPresentOrElse(
                        mount -> {
                            byte[] rest = packet.rest();
                            int bodyLength = total - packet.position();
                            byte[] request = head.apply(Mounts.handleAtTarget(handle))
                                    .raw(rest, 0, rest.length)
                                    .headOf(bodyLength);
                            written = mount;
                            mount.ask(id, Mount.Asked.NOTHING, request, delivery.piece());
                        },
                        () -> answer(id, Sftp.FAILURE, "this handle is not open"));
    }

    private void forward(int id, int type, Mount.Asked asked, TreePath path, byte[] rest) {
        PacketWriter request = PacketWriter.packet(type, id).path(path.atTarget());
        send(id, asked, path, request.raw(rest, 0, rest.length));
    }

    private void send(int id, Mount.Asked asked, TreePath path, PacketWriter request) {
        mounts.of(path).ask(id, asked, request.toBytes(), delivery.piece());
    }

    private void answer(int id, int status, String message) {
        client.answer(PacketWriter.status(id, status, message), delivery.piece());
    }
}
