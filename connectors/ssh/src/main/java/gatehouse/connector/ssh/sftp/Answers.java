package gatehouse.connector.ssh.sftp;

import gatehouse.kernel.ProblemException;
import java.nio.charset.StandardCharsets;

/** Reads what the target answers, as far as the books need it. Everything passes. */
final class Answers implements PacketFramer.Handler {
    private final Conversation conversation;
    private OpenFile read;
    private long position;

    Answers(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public Fate packet(PacketReader packet, int total) {
        packet.int32();
        int type = packet.unsigned8();
        if (type == Sftp.VERSION) {
            version(packet);
            return Fate.PASS;
        }
        Pending request = conversation.answered(packet.int32());
        try {
            answer(type, packet, total, request);
        } catch (ProblemException problem) {
            request.interrupted();
            throw problem;
        }
        return Fate.PASS;
    }

    private void answer(int type, PacketReader packet, int total, Pending request) {
        switch (type) {
            case Sftp.STATUS -> status(packet, request);
            case Sftp.HANDLE -> handle(packet, request);
            case Sftp.DATA -> content(packet, total, request);
            case Sftp.NAME, Sftp.ATTRS, Sftp.EXTENDED_REPLY -> request.status(Sftp.OK, "");
            default -> throw packet.malformed("the target answered with SFTP packet type " + type);
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

    private static void version(PacketReader packet) {
        int version = packet.int32();
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
            return;
        }
        request.interrupted();
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
            return;
        }
        request.interrupted();
    }
}
