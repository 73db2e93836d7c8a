package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileClient;
import gatehouse.connector.spi.files.Files;
import gatehouse.connector.ssh.wire.Serial;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a target over SFTP: requests out, answers matched by number. A target that says nothing for {@link #PATIENCE} while an answer is
 * wanted is left, because somebody waits for it. Whatever is completed is completed by a thread of its own: the relay delivers
 * under locks that who hears an answer, and asks again, would take in the other order.
 */
final class SftpClient implements FileClient {
    /** Long enough for a disk that has to wake up. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration patience;
    private final ConcurrentHashMap<Integer, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Serial inTurn = new Serial(new Work("sftp-answers", null), Integer.MAX_VALUE);
    /** Nothing is asked any more; {@link #closed} follows. */
    private volatile boolean over;

    private volatile long lastHeard = System.nanoTime();
    private volatile boolean renamesOver;
    /** Null until {@link #greet}; a target may speak, and end, before. */
    private TerminalInput target;

    SftpClient() {
        this(PATIENCE);
    }

    SftpClient(Duration patience) {
        this.patience = patience;
    }

    @Override
    public TerminalOutput fromTarget() {
        return new FromTarget();
    }

    @Override
    public CompletionStage<Files> greet(TerminalInput input) {
        synchronized (this) {
            target = input;
        }
        if (over) {
            input.close(); // who left could not: it came before
            return greeted.thenApply(_ -> new SftpFiles(this));
        }
        send(new PacketWriter().unsigned8(Sftp.INIT).int32(Sftp.VERSION_SPOKEN).toBytes(), Completion.NOTHING);
        return inTime(greeted).thenApply(_ -> new SftpFiles(this));
    }

    /** Whether the target offers {@link Sftp#RENAME_OVER}; known once it has greeted. */
    boolean renamesOver() {
        return renamesOver;
    }

    int nextNumber() {
        return numbers.incrementAndGet();
    }

    CompletableFuture<Answer> ask(int number, byte[] packet) {
        return ask(number, packet, Completion.NOTHING);
    }

    /** @param sent completed once the request is on the wire */
    CompletableFuture<Answer> ask(int number, byte[] packet, Completion sent) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        if (over) {
            waiting.remove(number);
            answer.completeExceptionally(gone());
            sent.complete();
            return answer;
        }
        send(packet, sent);
        return inTime(answer);
    }

    /** A slow line answers late, but all the time. */
    private <T> CompletableFuture<T> inTime(CompletableFuture<T> answer) {
        watch(answer, patience.toNanos());
        return answer;
    }

    private void watch(CompletableFuture<?> answer, long nanos) {
        var _ = answer.copy().orTimeout(nanos, TimeUnit.NANOSECONDS).whenComplete((_, failure) -> {
            if (failure instanceof TimeoutException) {
                // this thread is the one that all timeouts of the process share
                var _ = CompletableFuture.runAsync(() -> late(answer));
            }
        });
    }

    private void late(CompletableFuture<?> answer) {
        long left = patience.toNanos() - (System.nanoTime() - lastHeard);
        if (answer.isDone()) {
            return;
        }
        if (left > 0) {
            watch(answer, left);
            return;
        }
        leave(SftpProblem.TARGET_SILENT.problem(
                "the target's file server did not answer for " + patience.toSeconds() + " s"));
    }

    CompletionStage<Void> whenClosed() {
        return closed.minimalCompletionStage();
    }

    void close() {
        leave(gone());
    }

    private void leave(ProblemException reason) {
        TerminalInput input;
        synchronized (this) {
            input = target;
        }
        try {
            if (input != null) {
                input.close();
            }
        } finally {
            end(reason);
        }
    }

    private synchronized void send(byte[] packet, Completion sent) {
        target.input(packet, 0, packet.length, sent);
    }

    private static ProblemException gone() {
        return SftpProblem.CONNECTION_CLOSED.problem("the connection to the target's files was closed");
    }

    private void end(ProblemException reason) {
        over = true;
        inTurn.run(() -> {
            closed.complete(null);
            greeted.completeExceptionally(reason);
            waiting.keySet()
                    .forEach(number -> Optional.ofNullable(waiting.remove(number))
                            .ifPresent(answer -> answer.completeExceptionally(reason)));
        });
    }

    private final class FromTarget implements TerminalOutput, PacketFramer.Handler {
        private final PacketFramer framer = new PacketFramer(
                        this, (_, _, _, _, done) -> done.complete(), SftpProblem.ANSWER_MALFORMED)
                .seeingWholeAnswers();
        private boolean heardGreeting;

        @Override
        public Fate packet(PacketReader packet, int total) {
            lastHeard = System.nanoTime();
            packet.int32();
            int type = packet.unsigned8();
            if (type == Sftp.VERSION) {
                if (packet.int32() != Sftp.VERSION_SPOKEN) {
                    throw packet.malformed("the target does not speak SFTP version 3");
                }
                while (packet.remaining() > 0) {
                    renamesOver |= packet.latin1().equals(Sftp.RENAME_OVER);
                    packet.string();
                }
                if (heardGreeting) {
                    throw packet.malformed("the target greeted twice");
                }
                heardGreeting = true;
                inTurn.run(() -> greeted.complete(null));
                return Fate.DROP;
            }
            CompletableFuture<Answer> answer = waiting.remove(packet.int32());
            if (answer != null) {
                Answer whole = new Answer(type, packet.rest());
                inTurn.run(() -> answer.complete(whole));
            }
            return Fate.DROP;
        }

        @Override
        public void body(byte[] bytes, int offset, int length) {}

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            if (over) {
                done.complete();
                return;
            }
            try {
                framer.deliver(bytes, offset, length, done);
            } catch (ProblemException problem) {
                over = true;
                inTurn.run(() -> leave(problem));
            }
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void endOfOutput() {}

        @Override
        public void exited(ExitStatus status) {}

        @Override
        public void closed(Optional<ProblemException> reason) {
            end(reason.orElseGet(SftpClient::gone));
        }
    }
}
