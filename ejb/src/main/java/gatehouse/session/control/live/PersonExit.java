package gatehouse.session.control.live;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.ScreenPainter;
import gatehouse.session.control.exec.LineFeeds;
import gatehouse.session.entity.SessionWatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Where output goes out: to the person, to watchers, into the picture for those who join; banners come in between. */
final class PersonExit implements TerminalOutput {
    private static final int TRIES = 8;

    private final LiveSession session;
    private final TerminalOutput person;
    private final boolean terminal;
    private final List<WatchQueue> watchers = new CopyOnWriteArrayList<>();
    private volatile WindowSize size;
    private volatile long bytes;
    private volatile boolean exitTold;
    private volatile Optional<ScreenPainter> painter = Optional.empty();
    /** Notices that wait for a picture of the line that they come into. */
    private final Deque<String> waiting = new ArrayDeque<>();

    private boolean closed;

    PersonExit(LiveSession session, TerminalOutput person, WindowSize size) {
        this.session = session;
        this.person = person;
        this.size = size;
        this.terminal = session.facts().hasTerminal();
    }

    long bytes() {
        return bytes;
    }

    synchronized void count(long carried) {
        bytes += carried;
    }

    WindowSize size() {
        return size;
    }

    boolean exitTold() {
        return exitTold;
    }

    int watchers() {
        return watchers.size();
    }

    @Override
    public void output(byte[] shown, int offset, int length, Completion done) {
        synchronized (this) {
            if (!closed) {
                bytes += length;
                paint(shown, offset, length);
                copy(shown, offset, length);
                person.output(shown, offset, length, done);
                return;
            }
        }
        done.complete();
    }

    /** What the target shows: banners are not part of its screen. */
    private void paint(byte[] shown, int offset, int length) {
        painter.ifPresent(screen -> screen.shown(shown, offset, length));
    }

    private void copy(byte[] shown, int offset, int length) {
        if (!watchers.isEmpty()) {
            byte[] piece = terminal
                    ? Arrays.copyOfRange(shown, offset, offset + length)
                    : LineFeeds.asOnATerminal(shown, offset, length);
            watchers.forEach(watcher -> watcher.show(piece));
        }
    }

    @Override
    public void error(byte[] shown, int offset, int length, Completion done) {
        synchronized (this) {
            if (!closed) {
                bytes += length;
                paint(shown, offset, length);
                copy(shown, offset, length);
                person.error(shown, offset, length, done);
                return;
            }
        }
        done.complete();
    }

    /** Files that travel in the terminal's stream: neither watchers nor the picture have any use for them. */
    void carried(byte[] bytes, int offset, int length, Completion done) {
        synchronized (this) {
            if (!closed) {
                this.bytes += length;
                person.output(bytes, offset, length, done);
                return;
            }
        }
        done.complete();
    }

    /** With a picture of the screen, the line that the person is in the middle of stands behind it again. */
    void notice(String text) {
        String line = "[Gatehouse] " + text;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (painter.isEmpty()) {
                put(plain(line));
                return;
            }
            waiting.add(line);
            if (waiting.size() > 1) {
                return;
            }
        }
        ask(TRIES);
    }

    /** @param tries how often output may come in between, which the picture does not show */
    private void ask(int tries) {
        long at;
        String line;
        synchronized (this) {
            if (closed) {
                return;
            }
            line = waiting.getFirst();
            at = bytes;
        }
        painter.orElseThrow().banner(line).whenComplete((drawn, broken) -> {
            if (broken != null) {
                tell(plain(line), at, 0);
            } else {
                tell(drawn, at, tries);
            }
        });
    }

    private void tell(String banner, long at, int tries) {
        boolean more;
        synchronized (this) {
            if (closed || waiting.isEmpty()) {
                return;
            }
            boolean told = bytes == at || tries == 0;
            if (told) {
                String line = waiting.removeFirst();
                put(bytes == at ? banner : plain(line));
            }
            more = !waiting.isEmpty();
            if (told && !more) {
                return;
            }
        }
        ask(tries == 0 ? TRIES : tries - 1);
    }

    private static String plain(String line) {
        return "\r\n" + line + "\r\n";
    }

    private void put(String text) {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        copy(whole, 0, whole.length);
        if (terminal) {
            person.output(whole, 0, whole.length, Completion.NOTHING);
        } else {
            person.error(whole, 0, whole.length, Completion.NOTHING);
        }
    }

    @Override
    public synchronized void endOfOutput() {
        if (!closed) {
            person.endOfOutput();
        }
    }

    @Override
    public synchronized void exited(ExitStatus status) {
        exitTold = true;
        if (!closed) {
            person.exited(status);
        }
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        session.targetClosed(reason);
    }

    void close(Optional<ProblemException> reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.forEach(line -> put(plain(line)));
            waiting.clear();
            closed = true;
            person.closed(reason);
        }
        String why = reason.map(ProblemException::detail).orElse("the session has ended");
        watchers.forEach(watcher -> watcher.end(why));
        watchers.clear();
    }

    void paintedBy(ScreenPainter screen) {
        painter = Optional.of(screen);
    }

    /** @param atThatPoint runs between the last output that the picture shows and the first that it does not */
    synchronized CompletionStage<String> picture(Runnable atThatPoint) {
        atThatPoint.run();
        return picture();
    }

    private CompletionStage<String> picture() {
        return painter.map(ScreenPainter::picture)
                .orElseGet(() -> CompletableFuture.completedFuture(""))
                .exceptionally(broken -> "");
    }

    void resized(WindowSize wanted) {
        size = wanted;
        painter.ifPresent(screen -> screen.resized(wanted));
        watchers.forEach(watcher -> watcher.resized(wanted));
    }

    /** @return sends the watcher away, and says why */
    Consumer<String> watch(SessionWatcher watcher) {
        WatchQueue queue = new WatchQueue(watcher, this::picture, this);
        boolean late;
        synchronized (this) {
            late = closed;
            watchers.add(queue);
        }
        queue.begin(size);
        if (late) {
            queue.end("the session has ended");
        }
        return why -> {
            watchers.remove(queue);
            queue.end(why);
        };
    }
}
