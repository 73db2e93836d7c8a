package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.Detour;
import gatehouse.session.control.Later;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.Typist;
import gatehouse.session.control.exec.InputLines;
import gatehouse.session.entity.RecordingRules;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what passes. Output goes on at once and its completion waits for the recorder only when that is behind. While the
 * recorder cannot write, nothing goes on in either direction; when it can again, what was kept goes on in its order, and the end
 * behind it. A session that ends meanwhile records what its person never saw, and drops what its target never got. What goes past the
 * stages waits with the rest and is not recorded.
 */
public final class RecordStage implements TerminalStage {
    private final Recorder recorder;
    private final Optional<EchoTracker> echo;
    private final ProgramAccount account;
    private final Gate<Typed> towardsTarget;
    private final Gate<Shown> towardsPerson;
    private Runnable releaseOutput = () -> {};
    private volatile boolean over;

    /** @param person whose session it is */
    public RecordStage(Recorder recorder, Typist person, TerminalRequest request, RecordingRules rules, Later later) {
        this.recorder = recorder;
        this.towardsTarget = new Gate<>(recorder::isPaused);
        this.towardsPerson = new Gate<>(recorder::isPaused);
        boolean terminal = request.pty().isPresent();
        TypistLog typists = new TypistLog(recorder, person);
        this.echo = terminal ? Optional.of(new EchoTracker(recorder, typists)) : Optional.empty();
        this.account = new ProgramAccount(
                recorder, request, rules, task -> later.run(InputLines.SETTLING, () -> inTurn(task)));
        request.pty().map(Pty::size).ifPresent(size -> recorder.record(EventType.RESIZE, text(size)));
        if (request.kind() == TerminalRequest.Kind.EXEC) {
            recorder.record(EventType.MARKER, "exec " + request.command());
        }
    }

    private static String text(WindowSize size) {
        WindowSize readable = size.readable();
        return readable.columns() + "x" + readable.rows();
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        RecordedInput input = new RecordedInput(next);
        recorder.onResume(() -> towardsTarget.open(input::pass));
        return input;
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        RecordedOutput output = new RecordedOutput(next);
        recorder.onResume(() -> towardsPerson.open(output::pass));
        releaseOutput = () -> towardsPerson.openForGood(output::pass);
        return output;
    }

    @Override
    public Detour.Way pastInput(Detour.Way next) {
        return (bytes, offset, length, done) -> {
            if (!towardsTarget.keeps(() -> new Typed.Carried(copy(bytes, offset, length), done, next))) {
                passCarried(next, bytes, offset, length, done);
            }
        };
    }

    @Override
    public Detour.Way pastOutput(Detour.Way next) {
        return (bytes, offset, length, done) -> {
            if (!towardsPerson.keeps(() -> new Shown.Carried(copy(bytes, offset, length), done, next))) {
                passCarried(next, bytes, offset, length, done);
            }
        };
    }

    private void passCarried(Detour.Way past, byte[] bytes, int offset, int length, Completion done) {
        if (over) {
            done.complete();
            return;
        }
        past.bytes(bytes, offset, length, done);
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

    private synchronized void inTurn(Runnable task) {
        task.run();
    }

    private synchronized void settle() {
        account.settle();
    }

    private synchronized void finish() {
        echo.ifPresent(EchoTracker::close);
        account.close();
    }

    private static byte[] copy(byte[] bytes, int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    private final class RecordedInput extends PassedInput {
        RecordedInput(TerminalInput next) {
            super(next);
        }

        private void pass(Typed kept) {
            switch (kept) {
                case Typed.Bytes(byte[] bytes, Completion done, Optional<Typist> by) ->
                    Typist.pass(by, () -> passBytes(bytes, 0, bytes.length, done));
                case Typed.Carried(byte[] bytes, Completion done, Detour.Way past) ->
                    passCarried(past, bytes, 0, bytes.length, done);
                case Typed.End() -> passEnd();
                case Typed.Resize(WindowSize size) -> passResize(size);
                case Typed.Signal(String name) -> passSignal(name);
            }
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            if (!towardsTarget.keeps(() -> new Typed.Bytes(copy(bytes, offset, length), done, Typist.current()))) {
                passBytes(bytes, offset, length, done);
            }
        }

        private void passBytes(byte[] bytes, int offset, int length, Completion done) {
            typed(bytes, offset, length);
            next.input(bytes, offset, length, done);
        }

        @Override
        public void endOfInput() {
            if (!towardsTarget.keeps(Typed.End::new)) {
                passEnd();
            }
        }

        private void passEnd() {
            endTyped();
            next.endOfInput();
        }

        @Override
        public void resize(WindowSize size) {
            if (!towardsTarget.keepsNewest(1, new Typed.Resize(size))) {
                passResize(size);
            }
        }

        private void passResize(WindowSize size) {
            recorder.record(EventType.RESIZE, text(size));
            next.resize(size);
        }

        @Override
        public void signal(String name) {
            if (!towardsTarget.keepsNewest(TerminalInput.MOST_SIGNALS, new Typed.Signal(name))) {
                passSignal(name);
            }
        }

        private void passSignal(String name) {
            recorder.record(EventType.MARKER, "signal " + name);
            next.signal(name);
        }

        @Override
        public void close() {
            over = true;
            towardsTarget.drop().forEach(this::complete);
            releaseOutput.run();
            finish();
            next.close();
        }

        private void complete(Typed kept) {
            switch (kept) {
                case Typed.Bytes typed -> typed.done().complete();
                case Typed.Carried carried -> carried.done().complete();
                case Typed.End _, Typed.Resize _, Typed.Signal _ -> {}
            }
        }
    }

    private final class RecordedOutput extends PassedOutput {
        RecordedOutput(TerminalOutput next) {
            super(next);
        }

        private void pass(Shown kept) {
            switch (kept) {
                case Shown.Bytes(EventType type, byte[] bytes, Completion done) -> {
                    if (over) {
                        shown(type, bytes, 0, bytes.length);
                        done.complete();
                        return;
                    }
                    passBytes(type, bytes, 0, bytes.length, done);
                }
                case Shown.Carried(byte[] bytes, Completion done, Detour.Way past) ->
                    passCarried(past, bytes, 0, bytes.length, done);
                case Shown.End() -> next.endOfOutput();
                case Shown.Exit(ExitStatus status) -> passExit(status);
                case Shown.Closed(Optional<ProblemException> reason) -> passClosed(reason);
            }
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            take(EventType.OUTPUT, bytes, offset, length, done);
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            take(EventType.ERROR, bytes, offset, length, done);
        }

        private void take(EventType type, byte[] bytes, int offset, int length, Completion done) {
            if (!towardsPerson.keeps(() -> new Shown.Bytes(type, copy(bytes, offset, length), done))) {
                passBytes(type, bytes, offset, length, done);
            }
        }

        private void passBytes(EventType type, byte[] bytes, int offset, int length, Completion done) {
            shown(type, bytes, offset, length);
            if (type == EventType.ERROR) {
                next.error(bytes, offset, length, heldBack(done));
                return;
            }
            next.output(bytes, offset, length, heldBack(done));
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
        public void endOfOutput() {
            if (!towardsPerson.keepsBehind(Shown.End::new)) {
                next.endOfOutput();
            }
        }

        @Override
        public void exited(ExitStatus status) {
            if (!towardsPerson.keepsBehind(() -> new Shown.Exit(status))) {
                passExit(status);
            }
        }

        private void passExit(ExitStatus status) {
            settle();
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
            if (!towardsPerson.keepsBehind(() -> new Shown.Closed(reason))) {
                passClosed(reason);
            }
        }

        private void passClosed(Optional<ProblemException> reason) {
            settle();
            reason.ifPresent(problem -> recorder.record(EventType.MARKER, problem.detail()));
            finish();
            next.closed(reason);
        }
    }
}
