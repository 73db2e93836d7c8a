package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The attributes of a file (draft-ietf-secsh-filexfer-02 section 5). */
final class Attributes {
    private static final int SIZE = 0x1;
    private static final int OWNER = 0x2;
    private static final int PERMISSIONS = 0x4;
    private static final int TIMES = 0x8;
    private static final int EXTENDED = 0x80000000;

    private static final int TYPE_BITS = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;

    private Attributes() {}

    static byte[] none() {
        return new byte[4];
    }

    /** A directory that only Gatehouse knows: everybody may look, nobody may write. */
    static void writeDirectory(PacketWriter packet, Instant modified) {
        int seconds = (int) modified.getEpochSecond();
        packet.int32(SIZE | OWNER | PERMISSIONS | TIMES)
                .int64(0)
                .int32(0)
                .int32(0)
                .int32(DIRECTORY | 0555)
                .int32(seconds)
                .int32(seconds);
    }

    static byte[] mode(int permissions) {
        return ByteBuffer.allocate(8).putInt(PERMISSIONS).putInt(permissions).array();
    }

    /** Whose a regular file is and what they may do with it. */
    record Standing(long owners, int permissions) {
        byte[] owner() {
            return ByteBuffer.allocate(12).putInt(OWNER).putLong(owners).array();
        }

        byte[] mode() {
            return Attributes.mode(permissions);
        }
    }

    /** Empty when it is not a regular file or the target does not say. */
    static Optional<Standing> standing(PacketReader packet) {
        int flags = packet.int32();
        if ((flags & OWNER) == 0 || (flags & PERMISSIONS) == 0) {
            return Optional.empty();
        }
        if ((flags & SIZE) != 0) {
            packet.int64();
        }
        long owners = packet.int64();
        int mode = packet.int32();
        return (mode & TYPE_BITS) == REGULAR ? Optional.of(new Standing(owners, mode & 07777)) : Optional.empty();
    }

    /** The size that attributes say, when they say one. */
    static OptionalLong size(PacketReader packet) {
        return (packet.int32() & SIZE) == 0 ? OptionalLong.empty() : OptionalLong.of(packet.int64());
    }

    static FileEntry read(FilePath name, PacketReader packet) {
        int flags = packet.int32();
        long size = (flags & SIZE) == 0 ? 0 : packet.int64();
        int owner = -1;
        if ((flags & OWNER) != 0) {
            owner = packet.int32();
            packet.int32();
        }
        int mode = (flags & PERMISSIONS) == 0 ? 0 : packet.int32();
        Optional<Instant> modified = Optional.empty();
        if ((flags & TIMES) != 0) {
            packet.int32();
            modified = Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(packet.int32())));
        }
        if ((flags & EXTENDED) != 0) {
            skipExtended(packet);
        }
        return new FileEntry(name, kind(mode), size, mode & 07777, owner, modified);
    }

    private static void skipExtended(PacketReader packet) {
        for (int count = packet.int32(); count > 0; count--) {
            packet.string();
            packet.string();
        }
    }

    private static FileEntry.Kind kind(int mode) {
        return switch (mode & TYPE_BITS) {
            case DIRECTORY -> FileEntry.Kind.DIRECTORY;
            case LINK -> FileEntry.Kind.LINK;
            case REGULAR, 0 -> FileEntry.Kind.FILE;
            default -> FileEntry.Kind.OTHER;
        };
    }
}
