package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.kernel.ProblemCode;
import java.util.Arrays;

/**
 * Cuts one direction's byte stream into packets where they lie. Of most packets the handler sees the whole; of those that carry
 * content (WRITE, DATA) and of listings only the head, the body passes in pieces as it arrives. Runs of packets that pass are handed
 * on as one piece, so that a stream that only passes costs no copy. Not thread-safe: one direction, one caller (R1.3).
 */
final class PacketFramer {
    /** Length field, type and request number. */
    static final int SHORT_HEAD = 9;

    private static final int NOT_YET = -1;

    interface Handler {
        /**
         * A packet, or the head of one, from the length field on.
         *
         * @param total bytes of the whole packet with its length field
         */
        Fate packet(PacketReader packet, int total);

        /** Some of the body of the last packet. */
        void body(byte[] bytes, int offset, int length);
    }

    interface Sink {
        /** @param boundary a packet ends with this piece */
        void pass(byte[] bytes, int offset, int length, boolean boundary, Completion done);
    }

    private final Handler handler;
    private final Sink sink;
    private final ProblemCode problem;
    private final PacketReader reader;
    private byte[] held = new byte[64];
    private int heldLength;
    private int bodyLeft;
    private boolean bodyPasses;
    private boolean wholeContent;
    private boolean wholeNames;

    PacketFramer(Handler handler, Sink sink, ProblemCode problem) {
        this.handler = handler;
        this.sink = sink;
        this.problem = problem;
        this.reader = new PacketReader(problem);
    }

    /** @throws gatehouse.kernel.ProblemException when this is not SFTP; nothing more may be delivered then */
    void deliver(byte[] bytes, int offset, int length, Completion done) {
        Parts parts = new Parts(done);
        try {
            new Delivery(bytes, offset, offset + length, parts).run();
        } finally {
            parts.complete();
        }
    }

    /** True when the stream could end here without cutting a packet. */
    boolean atBoundary() {
        return bodyLeft == 0 && heldLength == 0;
    }

    /** One chunk on its way through. {@code run} is where the bytes begin that pass but were not handed on yet. */
    private final class Delivery {
        private final byte[] bytes;
        private final int end;
        private final Parts parts;
        private int run;
        private int at;

        Delivery(byte[] bytes, int offset, int end, Parts parts) {
            this.bytes = bytes;
            this.run = offset;
            this.at = offset;
            this.end = end;
            this.parts = parts;
        }

        void run() {
            while (at < end) {
                if (bodyLeft > 0) {
                    body();
                } else if (heldLength > 0) {
                    continueHeld();
                } else {
                    head();
                }
            }
            handOn(at);
        }

        private void body() {
            int count = Math.min(bodyLeft, end - at);
            handler.body(bytes, at, count);
            at += count;
            bodyLeft -= count;
            if (!bodyPasses) {
                run = at;
            }
        }

        private void head() {
            int needed = headLength(bytes, at, end - at);
            if (needed == NOT_YET || needed > end - at) {
                handOn(at);
                hold(bytes, at, end - at);
                at = end;
                run = end;
                return;
            }
            int start = at;
            at += needed;
            Fate fate = decide(bytes, start, needed);
            if (!fate.unchanged()) {
                handOn(start);
                run = at;
                replace(fate);
            }
        }

        private void continueHeld() {
            int needed = headLength(held, 0, heldLength);
            int wanted = needed == NOT_YET ? 1 : needed - heldLength;
            int count = Math.min(wanted, end - at);
            hold(bytes, at, count);
            at += count;
            run = at;
            needed = headLength(held, 0, heldLength);
            if (needed == NOT_YET || needed > heldLength) {
                return;
            }
            byte[] head = Arrays.copyOf(held, heldLength);
            heldLength = 0;
            Fate fate = decide(head, 0, head.length);
            if (fate.unchanged()) {
                sink.pass(head, 0, head.length, bodyLeft == 0, parts.piece());
            }
            replace(fate);
        }

        private void replace(Fate fate) {
            fate.replacement().ifPresent(head -> sink.pass(head, 0, head.length, bodyLeft == 0, parts.piece()));
        }

        /** The bytes up to {@code to} pass. A packet that goes on in the next delivery is no boundary. */
        private void handOn(int to) {
            if (to > run) {
                sink.pass(bytes, run, to - run, bodyLeft == 0 || to < at, parts.piece());
            }
            run = to;
        }
    }

    private Fate decide(byte[] source, int offset, int length) {
        int total = totalLength(source, offset);
        Fate fate = handler.packet(reader.over(source, offset, length), total);
        bodyLeft = total - length;
        bodyPasses = fate.passes();
        return fate;
    }

    private void hold(byte[] source, int offset, int count) {
        if (heldLength + count > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, heldLength + count));
        }
        System.arraycopy(source, offset, held, heldLength, count);
        heldLength += count;
    }

    private int totalLength(byte[] source, int offset) {
        int length = reader.over(source, offset, 4).int32();
        if (length < 1 || length > Sftp.LARGEST_PACKET) {
            throw problem.problem("an SFTP packet of " + Integer.toUnsignedString(length) + " bytes; at most "
                    + Sftp.LARGEST_PACKET + " are allowed");
        }
        return length + 4;
    }

    /** How much the handler must see at once, or NOT_YET when {@code available} bytes do not tell. */
    private int headLength(byte[] source, int offset, int available) {
        if (available < 4) {
            return NOT_YET;
        }
        int total = totalLength(source, offset);
        if (available < 5) {
            return NOT_YET;
        }
        int type = source[offset + 4] & 0xff;
        return switch (type) {
            case Sftp.DATA -> Math.min(total, wholeContent ? total : SHORT_HEAD + 4);
            case Sftp.NAME, Sftp.ATTRS, Sftp.EXTENDED_REPLY -> wholeNames ? total : Math.min(total, SHORT_HEAD);
            case Sftp.WRITE -> writeHeadLength(source, offset, available, total);
            default -> total;
        };
    }

    private int writeHeadLength(byte[] source, int offset, int available, int total) {
        if (total < SHORT_HEAD + 4) {
            return total;
        }
        if (available < SHORT_HEAD + 4) {
            return NOT_YET;
        }
        int handle = reader.over(source, offset + SHORT_HEAD, 4).int32();
        if (handle < 0 || handle > total) {
            throw problem.problem("an SFTP write with a handle longer than its packet");
        }
        return Math.min(total, SHORT_HEAD + 4 + handle + 8 + 4);
    }

    /** Answers are seen whole, for those who must understand or change them. */
    PacketFramer seeingWholeAnswers() {
        wholeContent = true;
        return seeingWholeNames();
    }

    /** Everything but content is seen whole. */
    PacketFramer seeingWholeNames() {
        wholeNames = true;
        return this;
    }
}
