package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.Files;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/**
 * Reads a part of a file with several requests under way and delivers it in order. A piece that comes back short is asked for again
 * from where it ended, before anything behind it is delivered.
 */
final class SftpReading {
    private static final int PIECE = 32 * 1024;
    private static final int UNDER_WAY = 24;

    private final SftpClient client;
    private final String handle;
    private final Files.Sink sink;
    private final long end;
    private final CompletableFuture<Long> finished = new CompletableFuture<>();
    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private long asked;
    private long delivered;
    private boolean delivering;
    private boolean fileEnded;

    private static final class Piece {
        long position;
        int length;
        Answer answer;
    }

    SftpReading(SftpClient client, String handle, long position, long length, Files.Sink sink) {
        this.client = client;
        this.handle = handle;
        this.sink = sink;
        this.asked = position;
        this.end = length > Long.MAX_VALUE - position ? Long.MAX_VALUE : position + length;
    }

    CompletableFuture<Long> start() {
        advance();
        return finished;
    }

    private void advance() {
        synchronized (this) {
            while (!fileEnded && pieces.size() < UNDER_WAY && asked < end) {
                Piece piece = new Piece();
                piece.position = asked;
                piece.length = (int) Math.min(PIECE, end - asked);
                asked += piece.length;
                pieces.add(piece);
                ask(piece);
            }
            if (pieces.isEmpty() && !delivering) {
                finished.complete(delivered);
            }
        }
    }

    private void ask(Piece piece) {
        int number = client.nextNumber();
        byte[] request = PacketWriter.packet(Sftp.READ, number)
                .latin1(handle)
                .int64(piece.position)
                .int32(piece.length)
                .toBytes();
        var _ = client.ask(number, request).whenComplete((answer, failure) -> {
            if (failure != null) {
                finished.completeExceptionally(failure);
                return;
            }
            synchronized (this) {
                piece.answer = answer;
            }
            deliver();
        });
    }

    private void deliver() {
        byte[] content;
        synchronized (this) {
            Piece first = pieces.peek();
            if (delivering || first == null || first.answer == null || finished.isDone()) {
                return;
            }
            try {
                content = take(first);
            } catch (RuntimeException problem) {
                finished.completeExceptionally(problem);
                return;
            }
            delivering = content.length > 0;
        }
        if (content.length == 0) {
            advance();
            return;
        }
        try {
            sink.content(content, 0, content.length, this::taken);
        } catch (RuntimeException unwilling) {
            finished.completeExceptionally(unwilling);
        }
    }

    private void taken() {
        synchronized (this) {
            delivering = false;
        }
        deliver();
        advance();
    }

    /** The content of the first piece, which leaves the queue unless it came back short. */
    private byte[] take(Piece first) {
        if (first.answer.isEndOfFile()) {
            fileEnded = true;
            pieces.clear();
            return new byte[0];
        }
        byte[] content = first.answer.expect(Sftp.DATA).string();
        delivered += content.length;
        if (content.length == first.length) {
            pieces.poll();
            return content;
        }
        first.answer = null;
        first.position += content.length;
        first.length -= content.length;
        if (content.length == 0 || first.length < 0) {
            throw SftpProblem.ANSWER_MALFORMED.problem("the target answered a read with a wrong number of bytes");
        }
        ask(first);
        return content;
    }
}
