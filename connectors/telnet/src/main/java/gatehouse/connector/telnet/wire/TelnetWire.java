package gatehouse.connector.telnet.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.LatestOnly;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.telnet.TelnetProblem;
import gatehouse.kernel.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A telnet connection over any connection that carries bytes; itself the end that the peer's bytes are pushed into. Life: {@linkplain
 * #connected connected}, heard by a {@link Hearer} during the sign-in, then {@linkplain #attach attached} to a terminal's output,
 * closed.
 *
 * <p>A piece of the stream is done, for its source, once its data have been delivered and the replies to its commands have been
 * written: a peer that only negotiates and never reads stops itself.
 */
public final class TelnetWire implements TunnelFlow {
    /** Hears data during the sign-in, on the reader's thread; returns at once. */
    public interface Hearer {
        void heard(byte[] bytes);

        /** The peer is gone. */
        void gone();
    }

    private final Negotiation negotiation;
    private final TelnetParser parser;
    private final Feed feed = new Feed();
    private final Sender sender = new Sender();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Object phase = new Object();
    private final LatestOnly<WindowSize> sizes = new LatestOnly<>(this::tellSize);
    private final AtomicBoolean interrupting = new AtomicBoolean();
    private Optional<Hearer> hearer;

    public TelnetWire(Pty terminal, Hearer hearer) {
        this.negotiation = new Negotiation(terminal);
        this.parser = new TelnetParser(negotiation);
        this.hearer = Optional.of(hearer);
    }

    /** The connection is there: negotiation begins. */
    public void connected(TunnelFlow peer) {
        if (sender.connected(peer)) {
            negotiation.begin();
            sendReplies(Completion.NOTHING);
        }
    }

    /** The sign-in is over: what comes from now on is for the terminal, and before it what the hearer has left. */
    public void signedIn(Supplier<byte[]> left) {
        synchronized (phase) {
            hearer = Optional.empty();
            feed.deliver(left.get(), Completion.NOTHING);
        }
    }

    /** Called once: where the terminal's output goes. */
    public void attach(TerminalOutput output) {
        feed.attach(output);
    }

    /** Sends data. {@code bytes} are the caller's, who may wipe them afterwards. */
    public void type(byte[] bytes, int offset, int length, Completion done) {
        sender.send(Escaping.escaped(bytes, offset, length, negotiation.sendsBinary()), done);
    }

    /** Shows what was typed, where the peer leaves that to us (RFC 857). */
    public void echo(byte[] bytes, int offset, int length, Completion done) {
        if (negotiation.peerEchoes()) {
            done.complete();
            return;
        }
        feed.deliver(LocalEcho.of(bytes, offset, length), done);
    }

    /** A peer that does not read is told the last size only, once it reads again. */
    public void resize(WindowSize size) {
        sizes.offer(size);
    }

    private void tellSize(WindowSize size, Completion told) {
        negotiation.resize(size);
        sendReplies(told);
    }

    /** What an interrupt key does at a target that listens to telnet's own (RFC 854). One at a time is under way. */
    public void interrupt() {
        if (interrupting.compareAndSet(false, true)) {
            byte[] key = {(byte) TelnetCode.IAC, (byte) TelnetCode.INTERRUPT_PROCESS};
            sender.send(key, () -> interrupting.set(false));
        }
    }

    /** Completes when the connection is gone, whoever closed it. */
    public CompletionStage<Void> whenClosed() {
        return closed.copy();
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length, Completion done) {
        byte[] data = parser.parse(bytes, offset, length);
        Completion both = both(done);
        sendReplies(both);
        if (data.length == 0) {
            both.complete();
            return;
        }
        synchronized (phase) {
            if (hearer.isPresent()) {
                hearer.get().heard(data);
                both.complete();
                return;
            }
        }
        feed.deliver(data, both);
    }

    private void sendReplies(Completion done) {
        byte[] replies = negotiation.takeReplies();
        if (replies.length == 0) {
            done.complete();
            return;
        }
        sender.send(replies, done);
    }

    private static Completion both(Completion done) {
        AtomicInteger open = new AtomicInteger(2);
        return () -> {
            if (open.decrementAndGet() == 0) {
                done.complete();
            }
        };
    }

    /** The peer sends no more; a telnet connection has no use for the other half. */
    @Override
    public void end() {
        over(Optional.empty());
    }

    /** Without an end before it, the connection broke. */
    @Override
    public void close() {
        over(Optional.of(TelnetProblem.CONNECTION_LOST.problem("the connection to the target broke")));
    }

    private void over(Optional<ProblemException> why) {
        Optional<Hearer> listening;
        synchronized (phase) {
            listening = hearer;
        }
        listening.ifPresent(Hearer::gone);
        feed.finish(why);
        sender.close();
        closed.complete(null);
    }

    /** We end it. Idempotent, also when the peer has ended it before. */
    public void hangUp() {
        feed.release();
        sender.close();
        closed.complete(null);
    }
}
