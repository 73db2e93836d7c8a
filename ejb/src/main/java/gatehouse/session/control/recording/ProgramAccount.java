package gatehouse.session.control.recording;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.session.control.exec.CopyCommand.Program;
import gatehouse.session.control.exec.Greeting;
import gatehouse.session.control.exec.InputLines;
import gatehouse.session.entity.RecordingRules;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What goes into a program and comes out of it, as far as it is kept. Of a program that carries files only sizes and hashes are, as
 * long as both ends talk as its protocol does: from the first of them that does not it is a conversation like any other (R11.53).
 *
 * <p>Not thread-safe.
 */
final class ProgramAccount {
    private static final int MOST_PRINTED = 64 * 1024;

    private final Recorder recorder;
    private final RecordingRules rules;
    private final boolean terminal;
    private Optional<Program> carrying;
    private Optional<Greeting> ofTarget;
    private Optional<Greeting> ofPerson;
    private final TerminalRequest request;
    private InputAccount input;
    private OutputAccount output;
    private final Consumer<Runnable> later;
    /** Output that is told behind the lines that are due before it. */
    private final Deque<Runnable> printed = new ArrayDeque<>();

    private int printedBytes;
    private long batch;

    /** @param later does something after {@link InputLines#SETTLING}, never at the same time as anything here */
    ProgramAccount(Recorder recorder, TerminalRequest request, RecordingRules rules, Consumer<Runnable> later) {
        this.recorder = recorder;
        this.request = request;
        this.rules = rules;
        this.later = later;
        this.terminal = request.pty().isPresent();
        this.carrying = carrying(request);
        this.ofTarget = carrying.map(Greeting::ofTarget);
        this.ofPerson = carrying.map(Greeting::ofPerson);
        this.input = new InputAccount(recorder, request, carrying.isPresent() ? 0 : rules.wholeInputBytes());
        this.output = new OutputAccount(recorder, keptWhole(request, rules.wholeExecBytes()));
    }

    /** R11.6: only bulk output of an exec is ever cut short; a shell is kept whole, with a terminal or without one. */
    static long keptWhole(TerminalRequest request, long wholeExecBytes) {
        if (carrying(request).isPresent()) {
            return 0;
        }
        boolean bulk =
                request.kind() == TerminalRequest.Kind.EXEC && request.pty().isEmpty();
        return bulk ? wholeExecBytes : Long.MAX_VALUE;
    }

    /** No client of such a program wants a terminal: what has one is a conversation, whatever its name. */
    private static Optional<Program> carrying(TerminalRequest request) {
        boolean bare =
                request.kind() == TerminalRequest.Kind.EXEC && request.pty().isEmpty();
        return bare ? Greeting.expectedOf(request.command()) : Optional.empty();
    }

    /** With a terminal, the screen tells what was typed. */
    void typed(byte[] bytes, int offset, int length) {
        if (terminal) {
            return;
        }
        byte[] before = ofPerson.map(Greeting::open).orElse(new byte[0]);
        if (isKnown(ofPerson, bytes, offset, length)) {
            input.typed(before, 0, before.length);
            input.typed(bytes, offset, length);
        }
    }

    void shown(EventType type, byte[] bytes, int offset, int length) {
        if (terminal) {
            tell(type, bytes, offset, length);
            return;
        }
        input.shown(type, bytes, offset, length);
        if (!input.isDue()) {
            settle();
            tell(type, bytes, offset, length);
            return;
        }
        byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
        printed.add(() -> tell(type, copy, 0, length));
        printedBytes += length;
        if (printedBytes > MOST_PRINTED) {
            settle();
        } else if (printed.size() == 1) {
            settleSoon();
        }
    }

    /** Each batch waits its own time, although an earlier one was settled before its time. */
    private void settleSoon() {
        long mine = ++batch;
        later.accept(() -> {
            if (mine == batch) {
                settle();
            }
        });
    }

    /** Nothing that was sent before what is printed now waits any longer to be asked for. Idempotent. */
    void settle() {
        input.settle();
        printedBytes = 0;
        for (Runnable one = printed.poll(); one != null; one = printed.poll()) {
            one.run();
        }
    }

    private void tell(EventType type, byte[] bytes, int offset, int length) {
        if (carrying.isPresent() && type == EventType.ERROR) {
            recorder.record(type, bytes, offset, length);
            return;
        }
        byte[] before = ofTarget.map(Greeting::open).orElse(new byte[0]);
        if (type == EventType.ERROR || isKnown(ofTarget, bytes, offset, length)) {
            give(type, before, 0, before.length);
            give(type, bytes, offset, length);
        }
    }

    private void give(EventType type, byte[] bytes, int offset, int length) {
        if (length > 0) {
            output.output(type, bytes, offset, length);
        }
    }

    private boolean isKnown(Optional<Greeting> greeting, byte[] bytes, int offset, int length) {
        return switch (greeting.map(one -> one.hear(bytes, offset, length)).orElse(Greeting.Verdict.RIGHT)) {
            case OPEN -> false;
            case RIGHT -> true;
            case WRONG -> {
                conversation();
                yield true;
            }
        };
    }

    /** What was taken for files until now is told by its size; what comes is kept. */
    private void conversation() {
        if (carrying.isEmpty()) {
            return;
        }
        byte[] said = ofPerson.map(Greeting::open).orElse(new byte[0]);
        byte[] shown = ofTarget.map(Greeting::open).orElse(new byte[0]);
        carrying = Optional.empty();
        ofPerson = Optional.empty();
        ofTarget = Optional.empty();
        input.end();
        output.close();
        recorder.record(EventType.MARKER, "this is no transfer of files; it is recorded from here on");
        input = new InputAccount(recorder, request, rules.wholeInputBytes());
        output = new OutputAccount(recorder, rules.wholeExecBytes());
        input.typed(said, 0, said.length);
        give(EventType.OUTPUT, shown, 0, shown.length);
    }

    void endOfInput() {
        if (ofPerson.map(Greeting::open).filter(open -> open.length > 0).isPresent()) {
            conversation();
        }
        input.endOfInput();
    }

    /** Idempotent. */
    void close() {
        settle();
        if (ofTarget.map(Greeting::open).filter(open -> open.length > 0).isPresent()) {
            conversation();
        }
        endOfInput();
        output.close();
        input.end();
    }
}
