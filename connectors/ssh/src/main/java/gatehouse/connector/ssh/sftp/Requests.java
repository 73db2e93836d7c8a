package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads what a client asks for, asks the guard, and answers itself what must not reach the target (R6.1, R6.2, R6.3, R6.8, R6.9). */
final class Requests implements PacketFramer.Handler {
    private static final int WRITING =
            Sftp.FLAG_WRITE | Sftp.FLAG_APPEND | Sftp.FLAG_CREATE | Sftp.FLAG_TRUNCATE | Sftp.FLAG_EXCLUSIVE;

    private final FileGuard guard;
    private final Conversation conversation;
    private final ClientSide client;
    private final Extensions extensions = new Extensions(this);
    private boolean greeted;
    private OpenFile written;
    private long position;
    private Parts delivery = new Parts(Completion.NOTHING);

    Requests(FileGuard guard, Conversation conversation, ClientSide client) {
        this.guard = guard;
        this.conversation = conversation;
        this.client = client;
    }

    /** Answers given while this delivery is read hold it back until the client has taken them. */
    void delivering(Parts parts) {
        delivery = parts;
    }

    @Override
    public Fate packet(PacketReader packet, int total) {
        packet.int32();
        int type = packet.unsigned8();
        if (type == Sftp.INIT) {
            return init(packet);
        }
        if (!greeted) {
            throw packet.malformed("an SFTP request came before the greeting");
        }
        if (type != Sftp.READ && type != Sftp.WRITE && type != Sftp.CLOSE && !guard.beside(Effect.WRITE, total)) {
            throw SftpProblem.TOO_MUCH_BESIDE_FILES.problem("more passed beside files than the session lets through");
        }
        int id = packet.int32();
        return switch (type) {
            case Sftp.OPEN -> open(id, packet);
            case Sftp.CLOSE -> close(id, packet);
            case Sftp.READ -> read(id, packet);
            case Sftp.WRITE -> write(id, packet, total);
            case Sftp.FSTAT -> onHandle(id, packet, _ -> pass(id, new Pending.Plain(Sftp.ATTRS)));
            case Sftp.READDIR -> list(id, packet);
            case Sftp.FSETSTAT -> attributes(id, packet);
            case Sftp.LSTAT, Sftp.STAT -> single(id, FileOperation.of(Kind.STAT, packet.path()), Sftp.ATTRS);
            case Sftp.SETSTAT -> single(id, FileOperation.of(Kind.SET_ATTRIBUTES, packet.path()));
            case Sftp.OPENDIR -> opening(id, FileOperation.of(Kind.LIST, packet.path()), false);
            case Sftp.REMOVE -> single(id, FileOperation.of(Kind.REMOVE, packet.path()));
            case Sftp.MKDIR -> single(id, FileOperation.of(Kind.MAKE_DIRECTORY, packet.path()));
            case Sftp.RMDIR -> single(id, FileOperation.of(Kind.REMOVE_DIRECTORY, packet.path()));
            case Sftp.REALPATH -> single(id, FileOperation.of(Kind.RESOLVE, packet.path()), Sftp.NAME);
            case Sftp.RENAME -> single(id, FileOperation.of(Kind.RENAME, packet.path(), packet.path()));
            case Sftp.READLINK -> single(id, FileOperation.of(Kind.READ_LINK, packet.path()), Sftp.NAME);
            case Sftp.SYMLINK -> single(id, symbolicLink(packet));
            case Sftp.EXTENDED -> extensions.request(id, packet);
            default -> unsupported(id);
        };
    }

    @Override
    public void body(byte[] bytes, int offset, int length) {
        if (written == null) {
            return;
        }
        written.trace().written(position, bytes, offset, length);
        if (position != OpenFile.POSITION_UNKNOWN) {
            position += length;
        }
    }

    /** The version is held down to 3, so that no target answers in a dialect in which requests look different. */
    private Fate init(PacketReader packet) {
        int version = packet.int32();
        if (greeted || version < Sftp.VERSION_SPOKEN) {
            throw packet.malformed("the SFTP client speaks version " + version + "; version 3 is needed, said once");
        }
        greeted = true;
        if (version == Sftp.VERSION_SPOKEN) {
            return Fate.PASS;
        }
        byte[] greeting = new PacketWriter()
                .unsigned8(Sftp.INIT)
                .int32(Sftp.VERSION_SPOKEN)
                .toBytes();
        return Fate.replace(greeting);
    }

    private Fate open(int id, PacketReader packet) {
        FilePath path = packet.path();
        int flags = packet.int32();
        boolean writes = (flags & WRITING) != 0;
        boolean reads = (flags & Sftp.FLAG_READ) != 0;
        Kind kind = writes ? reads ? Kind.UPDATE : Kind.WRITE : Kind.READ;
        boolean truncates = (flags & Sftp.FLAG_TRUNCATE) != 0 || (flags & Sftp.FLAG_EXCLUSIVE) != 0;
        FileOperation operation = new FileOperation(kind, path, Optional.empty(), truncates);
        return opening(id, operation, (flags & Sftp.FLAG_APPEND) != 0);
    }

    private Fate close(int id, PacketReader packet) {
        String handle = packet.latin1();
        requireEnd(packet);
        return conversation
                .closing(handle)
                .map(file -> pass(id, new Pending.Closing(file)))
                .orElseGet(() -> noSuchHandle(id));
    }

    private Fate read(int id, PacketReader packet) {
        return onHandle(id, packet, file -> {
            long offset = packet.int64();
            packet.int32();
            requireEnd(packet);
            if (!file.reads()) {
                return wrongHandle(id, "reading");
            }
            return file.trace()
                    .takenBack()
                    .map(reason -> tooLate(id, file, reason))
                    .orElseGet(() -> pass(id, new Pending.Reading(file, offset)));
        });
    }

    private Fate write(int id, PacketReader packet, int total) {
        Optional<OpenFile> file = conversation.file(packet.latin1());
        long offset = packet.int64();
        int length = packet.int32();
        if (length < 0 || length != total - packet.position()) {
            throw packet.malformed("an SFTP write does not hold as many bytes as it says");
        }
        written = file.orElse(null);
        if (file.isEmpty()) {
            return noSuchHandle(id);
        }
        Optional<Fate> refused = refusedWrite(id, written);
        if (refused.isPresent()) {
            written = null;
            return refused.get();
        }
        position = written.writePosition(offset);
        return pass(id, new Pending.Writing(written));
    }

    private Optional<Fate> refusedWrite(int id, OpenFile file) {
        return file.writes()
                ? file.trace().takenBack().map(reason -> tooLate(id, file, reason))
                : Optional.of(wrongHandle(id, "writing"));
    }

    private Fate list(int id, PacketReader packet) {
        return onHandle(
                id, packet, file -> file.lists() ? pass(id, new Pending.Plain(Sftp.NAME)) : wrongHandle(id, "listing"));
    }

    /** What is not counted (R6.8) holds nothing behind its fields. */
    private static void requireEnd(PacketReader packet) {
        if (packet.remaining() > 0) {
            throw packet.malformed("an SFTP request goes on behind its last field");
        }
    }

    /** The permission ended while the file was open (R6.6). */
    Fate tooLate(int id, OpenFile file, String reason) {
        file.failed(reason);
        return answer(id, Sftp.PERMISSION_DENIED, reason);
    }

    /** OpenSSH sends the arguments the other way round than the draft says, and so does everybody since. */
    private static FileOperation symbolicLink(PacketReader packet) {
        FilePath leadsTo = packet.path();
        return FileOperation.of(Kind.SYMBOLIC_LINK, leadsTo, packet.path());
    }

    /** Unix lets an owner change the mode of what is open for reading, but not its size. */
    private Fate attributes(int id, PacketReader packet) {
        return onHandle(id, packet, file -> {
            OptionalLong size = Attributes.size(packet);
            boolean fits = size.isPresent() ? file.writes() : file.reads() || file.writes();
            return fits ? attributes(id, file, size) : wrongHandle(id, "changing it");
        });
    }

    private Fate attributes(int id, OpenFile file, OptionalLong size) {
        FileOperation operation = FileOperation.of(Kind.SET_ATTRIBUTES, file.path());
        return guarded(
                id,
                operation,
                trace -> size.isPresent()
                        ? new Pending.Resizing(file, size.getAsLong(), trace)
                        : new Pending.Single(trace, Sftp.STATUS));
    }

    Fate onHandle(int id, PacketReader packet, Function<OpenFile, Fate> request) {
        return conversation.file(packet.latin1()).map(request).orElseGet(() -> noSuchHandle(id));
    }

    Optional<OpenFile> file(String handle) {
        return conversation.file(handle);
    }

    private Fate opening(int id, FileOperation operation, boolean appends) {
        return guarded(id, operation, trace -> new Pending.Opening(new OpenFile(operation, trace, appends)));
    }

    Fate single(int id, FileOperation operation) {
        return single(id, operation, Sftp.STATUS);
    }

    /** @param answer packet type of the answer when the target does not refuse */
    Fate single(int id, FileOperation operation, int answer) {
        return guarded(id, operation, trace -> new Pending.Single(trace, answer));
    }

    private Fate guarded(int id, FileOperation operation, Function<FileTrace, Pending> request) {
        return switch (guard.check(operation)) {
            case FileGuard.Verdict.Allowed(FileTrace trace) -> pass(id, request.apply(trace));
            case FileGuard.Verdict.Denied(String reason) -> answer(id, Sftp.PERMISSION_DENIED, reason);
        };
    }

    boolean mayReplace() {
        return guard.replaces();
    }

    Fate pass(int id, Pending request) {
        conversation.asked(id, request);
        return Fate.PASS;
    }

    Fate noSuchHandle(int id) {
        return answer(id, Sftp.FAILURE, "this handle is not open");
    }

    /** R6.9: the guard allowed something else. */
    Fate wrongHandle(int id, String use) {
        return answer(id, Sftp.PERMISSION_DENIED, "this handle was not opened for " + use);
    }

    Fate unsupported(int id) {
        return answer(id, Sftp.OP_UNSUPPORTED, "Gatehouse does not pass on what it does not understand");
    }

    Fate answer(int id, int status, String message) {
        client.answer(PacketWriter.status(id, status, message), delivery.piece());
        return Fate.DROP;
    }
}
