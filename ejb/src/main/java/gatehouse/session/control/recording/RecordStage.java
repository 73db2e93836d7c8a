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
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what passes. Output goes on at once and its completion waits for the recorder only when that is behind. While the
 * recorder cannot write, nothing goes on in either direction; when it can again, what was kept goes on in its order, and the end
 * behind it. A session that ends meanwhile records what its person never saw, and drops what its target never got.
 */
public final class RecordStage implements TerminalStage {
    private final Recorder recorder;
    private final Optional<EchoTracker> echo;
    private final ProgramAccount account;
    private Runnable releaseOutput = () -> {};
    private volatile boolean over;

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

    @Override
    public TerminalInput input(TerminalInput next) {
        RecordedInput input = new RecordedInput(next);
        recorder.onResume(input.gate::open);
        return input;
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        RecordedOutput output = new RecordedOutput(next);
        recorder.onResume(output.gate::open);
        releaseOutput = output.gate::openForGood;
        return output;
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

    private static byte[] copy(byte[] bytes, int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    private final class RecordedInput extends PassedInput {
        private final Gate<Typed> gate = new Gate<>(recorder::isPaused, this::pass);

        RecordedInput(TerminalInput next) {
            super(next);
        }

        private void pass(Typed kept) {
            switch (kept) {
                case Typed.Bytes(byte[] bytes, Completion done, Optional<Typist> by) ->
                    Typist.pass(by, () -> passBytes(bytes, 0, bytes.length, done));
                case Typed.End() -> passEnd();
                case Typed.Resize(WindowSize size) -> passResize(size);
                case Typed.Signal(String name) -> passSignal(name);
            }
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            if (!gate.keeps(() -> new Typed.Bytes(copy(bytes, offset, length), done, Typist.current()))) {
                passBytes(bytes, offset, length, done);
            }
        }

        private void passBytes(byte[] bytes, int offset, int length, Completion done) {
            typed(bytes, offset, length);
            next.input(bytes, offset, length, done);
        }

        @Override
        public void endOfInput() {
            if (!gate.keeps(Typed.End::new)) {
                passEnd();
            }
        }

        private void passEnd() {
            endTyped();
            next.endOfInput();
        }

        @Override
        public void resize(WindowSize size) {
            if (!gate.keeps(() -> new Typed.Resize(size))) {
                passResize(size);
            }
        }

        private void passResize(WindowSize size) {
            recorder.record(EventType.RESIZE, text(size));
            next.resize(size);
        }

        @Override
        public void signal(String name) {
            if (!gate.keeps(() -> new Typed.Signal(name))) {
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
            gate.drop().forEach(kept -> {
                if (kept instanceof Typed.Bytes typed) {
                    typed.done().complete();
                }
            });
            releaseOutput.run();
            finish();
            next.close();
        }
    }

    private final class RecordedOutput extends PassedOutput {
        private final Gate<Shown> gate = new Gate<>(recorder::isPaused, this::pass);

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
            if (!gate.keeps(() -> new Shown.Bytes(type, copy(bytes, offset, length), done))) {
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
            if (!gate.keepsBehind(Shown.End::new)) {
                next.endOfOutput();
            }
        }

        @Override
        public void exited(ExitStatus status) {
            if (!gate.keepsBehind(() -> new Shown.Exit(status))) {
                passExit(status);
            }
        }

        private void passExit(ExitStatus status) {
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
            if (!gate.keepsBehind(() -> new Shown.Closed(reason))) {
                passClosed(reason);
            }
        }

        private void passClosed(Optional<ProblemException> reason) {
            reason.ifPresent(problem -> recorder.record(EventType.MARKER, problem.detail()));
            finish();
            next.closed(reason);
        }
    }
}
