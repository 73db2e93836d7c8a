package gatehouse.web.session;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemException;
import gatehouse.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Between pushed content and the streams of HTTP: the request's thread waits, an I/O thread never does. */
final class Handover {
    private static final int PIECE = 64 * 1024;

    /** One piece on its way to the browser, or the end of them all. */
    private static final class Piece {
        final byte[] bytes;
        final int offset;
        final int length;
        final Completion done;

        Piece(byte[] bytes, int offset, int length, Completion done) {
            this.bytes = bytes;
            this.offset = offset;
            this.length = length;
            this.done = done;
        }
    }

    private Handover() {}

    /** Waits on the request's own thread. */
    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw failure;
        }
    }

    static void download(Files files, FilePath path, long position, long length, OutputStream to) throws IOException {
        // at most one piece is under way at a time, and then the end
        BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(2);
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CompletionStage<Long> reading = files.read(path, position, length, (bytes, offset, count, done) -> {
            if (gone.isDone()) {
                throw KernelProblem.VALUE_INVALID.problem("the browser does not want the rest");
            }
            pieces.add(new Piece(bytes, offset, count, done));
        });
        var _ = reading.whenComplete((_, _) -> pieces.add(new Piece(new byte[0], 0, 0, Completion.NOTHING)));
        try {
            for (Piece piece = take(pieces); piece.length > 0; piece = take(pieces)) {
                to.write(piece.bytes, piece.offset, piece.length);
                piece.done.complete();
            }
        } catch (IOException left) {
            gone.complete(null);
            pieces.forEach(piece -> piece.done.complete());
            throw left;
        }
        await(reading);
    }

    private static Piece take(BlockingQueue<Piece> pieces) throws IOException {
        try {
            return pieces.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    static long upload(CompletionStage<Files.Writing> opening, InputStream from) {
        Files.Writing writing = await(opening);
        long total = 0;
        try {
            byte[] buffer = new byte[PIECE];
            for (int count = next(from, buffer); count >= 0; count = next(from, buffer)) {
                CompletableFuture<Void> taken = new CompletableFuture<>();
                writing.content(buffer, 0, count, () -> taken.complete(null));
                taken.join();
                total += count;
            }
        } catch (RuntimeException cut) {
            giveUp(writing, cut);
            throw cut;
        }
        await(writing.finish());
        return total;
    }

    /** Whatever becomes of it, {@code cut} is why. */
    private static void giveUp(Files.Writing writing, RuntimeException cut) {
        try {
            await(writing.abandon());
        } catch (RuntimeException failure) {
            cut.addSuppressed(failure);
        }
    }

    /** A browser may go away at any time, or give the upload up. */
    private static int next(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException left) {
            throw WebProblem.BODY_BROKE_OFF.problem("the content ended before it was complete", left);
        }
    }
}
