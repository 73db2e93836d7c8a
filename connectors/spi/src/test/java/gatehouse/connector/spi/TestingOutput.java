package gatehouse.connector.spi;

import gatehouse.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A terminal's output for tests: keeps the first bytes, hashes all, and may hold completions back. */
public final class TestingOutput implements TerminalOutput {
    private static final int KEPT = 1 << 20;
    /** With a target of which nothing is heard; one that is slow may be as slow as it likes. */
    private static final int PATIENCE_SECONDS = 180;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private MessageDigest digest = sha256();
    private final ArrayDeque<Completion> held = new ArrayDeque<>();
    private final CompletableFuture<Optional<ProblemException>> end = new CompletableFuture<>();
    private boolean holding;
    private long bytes;
    private long news;
    private boolean outputEnded;
    private Optional<ExitStatus> exit = Optional.empty();

    /** From now on deliveries are not completed. */
    public synchronized TestingOutput hold() {
        holding = true;
        return this;
    }

    /** Counts and hashes from here on. */
    public synchronized void countAnew() {
        bytes = 0;
        digest = sha256();
    }

    /** Completes what was held and everything that comes. */
    public void letGo() {
        while (true) {
            Completion next;
            synchronized (this) {
                holding = false;
                next = held.poll();
            }
            if (next == null) {
                return;
            }
            next.complete();
        }
    }

    @Override
    public void output(byte[] data, int offset, int length, Completion done) {
        boolean goesOn;
        synchronized (this) {
            bytes += length;
            digest.update(data, offset, length);
            keep(text, data, offset, length);
            goesOn = !held(done);
        }
        if (goesOn) {
            done.complete();
        }
    }

    @Override
    public void error(byte[] data, int offset, int length, Completion done) {
        boolean goesOn;
        synchronized (this) {
            keep(errors, data, offset, length);
            goesOn = !held(done);
        }
        if (goesOn) {
            done.complete();
        }
    }

    /** Together with what whoever waits sees: a hold that comes after it is for later deliveries only. */
    private boolean held(Completion done) {
        return holding && held.add(done);
    }

    private void keep(StringBuilder where, byte[] data, int offset, int length) {
        if (exit.isPresent()) {
            throw new IllegalStateException("output after the exit status");
        }
        if (where.length() < KEPT) {
            where.append(new String(data, offset, length, StandardCharsets.UTF_8));
        }
        tell();
    }

    private synchronized void tell() {
        news++;
        notifyAll();
    }

    @Override
    public synchronized void endOfOutput() {
        outputEnded = true;
        tell();
    }

    @Override
    public synchronized void exited(ExitStatus status) {
        if (end.isDone() || exit.isPresent()) {
            throw new IllegalStateException("exit status after the end, or twice");
        }
        exit = Optional.of(status);
        tell();
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        if (!end.complete(reason)) {
            throw new IllegalStateException("closed twice");
        }
        tell();
    }

    public Optional<ProblemException> awaitEnd() throws Exception {
        await(seen -> seen.end.isDone());
        return end.get();
    }

    /** Waits until this holds. */
    public synchronized void await(Predicate<TestingOutput> condition) throws Exception {
        while (!condition.test(this)) {
            awaitNews();
        }
    }

    private synchronized void awaitNews() throws Exception {
        long heard = news;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (news == heard) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("so far: " + text);
            }
            wait(left);
        }
    }

    public synchronized String text() {
        return text.toString();
    }

    public synchronized String errors() {
        return errors.toString();
    }

    public synchronized long bytes() {
        return bytes;
    }

    public synchronized boolean outputEnded() {
        return outputEnded;
    }

    public synchronized Optional<ExitStatus> exit() {
        return exit;
    }

    /** SHA-256 of the output in hexadecimal. */
    public synchronized String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
