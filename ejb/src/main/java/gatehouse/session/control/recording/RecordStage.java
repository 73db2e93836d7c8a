package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.Typist;
import gatehouse.session.entity.RecordingRules;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what passes. Output goes on at once and its completion waits for the recorder only when that is behind; input is held
 * while the recorder cannot write.
 */
public final class RecordStage implements TerminalStage {
    private final Recorder recorder;
    private final Optional<EchoTracker> echo;
    private final ProgramAccount account;
    private final Deque<Held> held = new ArrayDeque<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Held(byte[] bytes, Completion done, Optional<Typist> by) {}

    /** @param person whose session it is */
    public RecordStage(Recorder recorder, Typist person, TerminalRequest request, RecordingRules rules) {
        this.recorder = recorder;
        boolean terminal = request.pty().isPresent();
        TypistLog typists = new TypistLog(recorder, person);
        this.echo = terminal ? Optional.of(new EchoTracker(recorder, typists)) : Optional.empty();
        this.account = new ProgramAccount(recorder, request, rules);
        request.pty().map(Pty::size).ifPresent(size -> recorder.record(EventType.RESIZE, text(size)));
        if (request.kind() == TerminalRequest.Kind.EXEC) {
            recorder.record(EventType.MARKER, "exec " + request.command());
        }
    }

    private static String text(WindowSize size) {
        return size.columns() + "x" + size.rows();
    }

    /** Tells the stage that the recorder can write again: what was held goes on. */
    public interface Resumable {
        void resume();
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return new RecordedInput(next);
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new RecordedOutput(next);
    }

    private synchronized void typed(byte[] bytes, int offset, int length) {
        echo.ifPresent(tracker -> tracker.typed(bytes, offset, length, Typist.current()));
        account.typed(bytes, offset, length);
    }

    private synchronized void endTyped() {
        account.endOfInput();
    }

    private synchronized void shown(EventType type, byte[] bytes, int offset, int length) {
        account.shown(type, bytes, offset, length);
        echo.ifPresent(tracker -> tracker.shown(bytes, offset, length));
    }

    private synchronized void finish() {
        echo.ifPresent(EchoTracker::close);
        account.close();
    }

    private final class RecordedInput extends PassedInput implements Resumable {
        RecordedInput(TerminalInput next) {
            super(next);
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            synchronized (held) {
                if (recorder.isPaused() || !held.isEmpty()) {
                    held.add(new Held(Arrays.copyOfRange(bytes, offset, offset + length), done, Typist.current()));
                    return;
                }
            }
            pass(bytes, offset, length, done);
        }

        private void pass(byte[] bytes, int offset, int length, Completion done) {
            typed(bytes, offset, length);
            next.input(bytes, offset, length, done);
        }

        @Override
        public void resume() {
            synchronized (held) {
                while (!held.isEmpty() && !recorder.isPaused()) {
                    Held oldest = held.removeFirst();
                    Runnable passing = () -> pass(oldest.bytes(), 0, oldest.bytes().length, oldest.done());
                    oldest.by().ifPresentOrElse(typist -> typist.pass(passing), passing);
                }
            }
        }

        @Override
        public void endOfInput() {
            endTyped();
            next.endOfInput();
        }

        @Override
        public void resize(WindowSize size) {
            recorder.record(EventType.RESIZE, text(size));
            next.resize(size);
        }

        @Override
        public void signal(String name) {
            recorder.record(EventType.MARKER, "signal " + name);
            next.signal(name);
        }

        @Override
        public void close() {
            synchronized (held) {
                held.forEach(waiting -> waiting.done().complete());
                held.clear();
            }
            finish();
            next.close();
        }
    }

    private final class RecordedOutput extends PassedOutput {
        RecordedOutput(TerminalOutput next) {
            super(next);
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            shown(EventType.OUTPUT, bytes, offset, length);
            next.output(bytes, offset, length, heldBack(done));
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            shown(EventType.ERROR, bytes, offset, length);
            next.error(bytes, offset, length, heldBack(done));
        }

        /** R11.4: completes when both the person's client and the recorder have taken the bytes. */
        private Completion heldBack(Completion done) {
            if (!recorder.isBehind()) {
                return done;
            }
            AtomicInteger open = new AtomicInteger(2);
            Completion both = () -> {
                if (open.decrementAndGet() == 0) {
                    done.complete();
                }
            };
            recorder.whenCaughtUp(both);
            return both;
        }

        @Override
        public void exited(ExitStatus status) {
            recorder.record(EventType.MARKER, text(status));
            next.exited(status);
        }

        private String text(ExitStatus status) {
            return switch (status) {
                case ExitStatus.Code code -> "exit " + code.code();
                case ExitStatus.Signal signal -> "killed by " + signal.name();
                case ExitStatus.Unknown unknown -> "ended";
            };
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            reason.ifPresent(problem -> recorder.record(EventType.MARKER, problem.detail()));
            finish();
            next.closed(reason);
        }
    }
}
