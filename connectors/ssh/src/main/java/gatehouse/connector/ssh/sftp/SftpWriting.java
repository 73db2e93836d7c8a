package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes a file with a bounded number of unconfirmed requests. */
final class SftpWriting implements Files.Writing {
    private static final int PIECE = 32 * 1024;
    private static final int UNDER_WAY = 24;

    private final SftpClient client;
    private final SftpFiles files;
    private final String handle;
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    private long position;
    private int unconfirmed;
    private boolean finishing;
    private Throwable failure;
    private Completion held = Completion.NOTHING;

    SftpWriting(SftpClient client, SftpFiles files, String handle, long position) {
        this.client = client;
        this.files = files;
        this.handle = handle;
        this.position = position;
    }

    @Override
    public void content(byte[] bytes, int offset, int length, Completion done) {
        Parts parts = new Parts(done);
        for (int at = 0; at < length; at += PIECE) {
            send(bytes, offset + at, Math.min(PIECE, length - at), parts.piece());
        }
        Completion next = parts;
        synchronized (this) {
            if (unconfirmed >= UNDER_WAY) {
                held = parts;
                next = Completion.NOTHING;
            }
        }
        next.complete();
    }

    @Override
    public CompletionStage<Void> finish() {
        synchronized (this) {
            finishing = true;
            settle();
        }
        return confirmed
                .handle((_, problem) -> problem)
                .thenCompose(problem -> files.closeHandle(handle)
                        .thenCompose(_ -> problem == null
                                ? CompletableFuture.<Void>completedFuture(null)
                                : CompletableFuture.failedFuture(problem)));
    }

    @Override
    public CompletionStage<Void> abandon() {
        int number = client.nextNumber();
        byte[] request = PacketWriter.packet(Sftp.EXTENDED, number)
                .latin1(Sftp.ABANDON)
                .latin1(handle)
                .toBytes();
        var _ = client.ask(number, request);
        return files.closeHandle(handle);
    }

    private void send(byte[] bytes, int offset, int length, Completion sent) {
        synchronized (this) {
            unconfirmed++;
        }
        int number = client.nextNumber();
        byte[] request = PacketWriter.packet(Sftp.WRITE, number)
                .latin1(handle)
                .int64(position)
                .int32(length)
                .raw(bytes, offset, length)
                .toBytes();
        position += length;
        var _ = client.ask(number, request, sent)
                .thenAccept(Answer::expectOk)
                .whenComplete((_, problem) -> answered(problem));
    }

    private void answered(Throwable problem) {
        Completion next = Completion.NOTHING;
        synchronized (this) {
            unconfirmed--;
            if (failure == null) {
                failure = problem;
            }
            if (unconfirmed < UNDER_WAY) {
                next = held;
                held = Completion.NOTHING;
            }
            settle();
        }
        next.complete();
    }

    /** Holding the lock. */
    private void settle() {
        if (!finishing || unconfirmed > 0) {
            return;
        }
        if (failure == null) {
            confirmed.complete(null);
            return;
        }
        confirmed.completeExceptionally(failure);
    }
}
