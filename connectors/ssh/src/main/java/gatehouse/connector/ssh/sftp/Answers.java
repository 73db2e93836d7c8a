package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.kernel.ProblemException;
import java.nio.charset.StandardCharsets;

/** Reads what the target answers, as far as the books need it. What belongs to a request passes (R6.7, R6.8). */
final class Answers implements PacketFramer.Handler {
    /** A longer status is always counted. */
    private static final int SHORT = 64;

    private final FileGuard guard;
    private final Conversation conversation;
    private boolean greeted;
    private byte[] lastStatus = {};
    private OpenFile read;
    private long position;

    Answers(FileGuard guard, Conversation conversation) {
        this.guard = guard;
        this.conversation = conversation;
    }

    @Override
    public Fate packet(PacketReader packet, int total) {
        packet.int32();
        int type = packet.unsigned8();
        if (type == Sftp.VERSION) {
            beside(total);
            version(packet);
            return Fate.PASS;
        }
        int id = packet.int32();
        if (type != Sftp.DATA && !(type == Sftp.STATUS && repeats(packet, total))) {
            beside(total);
        }
        Pending request =
                conversation.answered(id).orElseThrow(() -> packet.malformed("the target answered what nobody asked"));
        try {
            answer(type, packet, total, request);
        } catch (ProblemException problem) {
            request.interrupted();
            throw problem;
        }
        return Fate.PASS;
    }

    private void beside(int bytes) {
        if (!guard.beside(Effect.READ, bytes)) {
            throw SftpProblem.TOO_MUCH_BESIDE_FILES.problem("more passed beside files than the session lets through");
        }
    }

    /** A status that says what the last one said tells nothing: there is one for each piece of a file. */
    private boolean repeats(PacketReader packet, int total) {
        if (packet.isRest(lastStatus)) {
            return true;
        }
        if (total <= SHORT) {
            lastStatus = packet.copyOfRest();
        }
        return false;
    }

    private void answer(int type, PacketReader packet, int total, Pending request) {
        if (!request.takes(type)) {
            throw packet.malformed(
                    "the target answered with SFTP packet type " + type + ", which does not belong to the request");
        }
        switch (type) {
            case Sftp.STATUS -> status(packet, request);
            case Sftp.HANDLE -> handle(packet, request);
            case Sftp.DATA -> content(packet, total, request);
            default -> request.status(Sftp.OK, "");
        }
    }

    @Override
    public void body(byte[] bytes, int offset, int length) {
        if (read == null) {
            return;
        }
        read.trace().read(position, bytes, offset, length);
        position += length;
    }

    private void version(PacketReader packet) {
        int version = packet.int32();
        if (greeted) {
            throw packet.malformed("the target greeted twice");
        }
        greeted = true;
        if (version != Sftp.VERSION_SPOKEN) {
            throw packet.malformed("the target speaks SFTP version " + version + "; version 3 is needed");
        }
    }

    private static void status(PacketReader packet, Pending request) {
        int code = packet.int32();
        // old servers leave the text out
        String message = packet.remaining() < 4 ? "" : new String(packet.string(), StandardCharsets.UTF_8);
        request.status(code, message);
    }

    private void handle(PacketReader packet, Pending request) {
        String handle = packet.latin1();
        if (request instanceof Pending.Opening(OpenFile file)) {
            conversation.opened(handle, file);
        }
    }

    private void content(PacketReader packet, int total, Pending request) {
        int length = packet.int32();
        if (length < 0 || length != total - packet.position()) {
            throw packet.malformed("an SFTP answer does not hold as many bytes as it says");
        }
        read = null;
        if (request instanceof Pending.Reading(OpenFile file, long from)) {
            read = file;
            position = from;
        }
    }
}
