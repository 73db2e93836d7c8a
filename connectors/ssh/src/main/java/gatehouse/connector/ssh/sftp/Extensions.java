package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FilePath;
import java.util.Optional;

/** Requests beyond the draft: OpenSSH's PROTOCOL, section 4, and {@code home-directory}. Any other is refused (R6.2). */
final class Extensions {
    private final Requests requests;

    Extensions(Requests requests) {
        this.requests = requests;
    }

    Fate request(int id, PacketReader packet) {
        return switch (packet.latin1()) {
            case Sftp.RENAME_OVER -> rename(id, packet.path(), packet.path());
            case "hardlink@openssh.com" ->
                requests.single(id, FileOperation.of(Kind.LINK, packet.path(), packet.path()));
            case "lsetstat@openssh.com" -> requests.single(id, FileOperation.of(Kind.SET_ATTRIBUTES, packet.path()));
            case "statvfs@openssh.com" ->
                requests.single(id, FileOperation.of(Kind.FILE_SYSTEM, packet.path()), Sftp.EXTENDED_REPLY);
            case "expand-path@openssh.com" ->
                requests.single(id, FileOperation.of(Kind.RESOLVE, packet.path()), Sftp.NAME);
            case "copy-data" -> copy(id, packet);
            case "fstatvfs@openssh.com" ->
                requests.onHandle(id, packet, _ -> requests.pass(id, new Pending.Plain(Sftp.EXTENDED_REPLY)));
            case "fsync@openssh.com" ->
                requests.onHandle(id, packet, _ -> requests.pass(id, new Pending.Plain(Sftp.STATUS)));
            case "limits@openssh.com", "users-groups-by-id@openssh.com" ->
                requests.pass(id, new Pending.Plain(Sftp.EXTENDED_REPLY));
            case Sftp.ABANDON -> abandon(id, packet);
            case Sftp.MAY_REPLACE -> mayReplace(id);
            case "home-directory" -> requests.pass(id, new Pending.Plain(Sftp.NAME));
            default -> requests.unsupported(id);
        };
    }

    /** It replaces what has the new name; the draft's own rename (section 6.5) fails then. */
    private Fate rename(int id, FilePath from, FilePath to) {
        Fate fate = requests.single(id, FileOperation.of(Kind.RENAME, from, to));
        if (!fate.passes() || requests.mayReplace()) {
            return fate;
        }
        return Fate.replace(
                PacketWriter.packet(Sftp.RENAME, id).path(from).path(to).toBytes());
    }

    /** R6.11 */
    private Fate abandon(int id, PacketReader packet) {
        return requests.onHandle(id, packet, file -> {
            file.abandoned();
            return requests.answer(id, Sftp.OK, "");
        });
    }

    /** R6.10 */
    private Fate mayReplace(int id) {
        return requests.mayReplace()
                ? requests.answer(id, Sftp.OK, "")
                : requests.answer(id, Sftp.PERMISSION_DENIED, "your permission lets a rename replace no file");
    }

    /** read handle, its offset, length, write handle, its offset */
    private Fate copy(int id, PacketReader packet) {
        Optional<OpenFile> from = requests.file(packet.latin1());
        packet.int64();
        packet.int64();
        Optional<OpenFile> to = requests.file(packet.latin1());
        return from.isEmpty() || to.isEmpty() ? requests.noSuchHandle(id) : copy(id, from.get(), to.get());
    }

    private Fate copy(int id, OpenFile from, OpenFile to) {
        if (!from.reads() || !to.writes()) {
            return requests.wrongHandle(id, from.reads() ? "writing" : "reading");
        }
        Optional<String> reason = from.trace().takenBack();
        if (reason.isPresent()) {
            return requests.tooLate(id, from, reason.get());
        }
        // what arrives this way is not seen here, so the file written has no hash
        to.trace().written(OpenFile.POSITION_UNKNOWN, new byte[0], 0, 0);
        return requests.single(id, FileOperation.of(Kind.COPY, from.path(), to.path()));
    }
}
