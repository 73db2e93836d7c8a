package gatehouse.session.control.recording;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.session.control.exec.InputLines;
import gatehouse.session.control.exec.Shells;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Writes down what goes into a program without a terminal (R11.8). The hash of what is not kept covers all input, so that it is that of
 * a file that was sent; where an answer was masked it begins behind that, or it would betray it. Not thread-safe.
 */
final class InputAccount implements InputLines.Handler {
    private final Recorder recorder;
    private final InputLines lines;
    private final MessageDigest digest = RecordingFormat.sha256();
    private long hashed;
    private boolean unkept;

    /**
     * @param request what is run
     * @param most bytes to keep
     */
    InputAccount(Recorder recorder, TerminalRequest request, long most) {
        this.recorder = recorder;
        this.lines = lines(request, most);
    }

    private InputLines lines(TerminalRequest request, long most) {
        if (request.kind() == TerminalRequest.Kind.SHELL || Shells.readsCommands(request.command())) {
            return InputLines.ofShell(most, this);
        }
        return Shells.isNone(request.command())
                ? InputLines.ofKnownProgram(most, this)
                : InputLines.ofProgram(most, this);
    }

    void typed(byte[] bytes, int offset, int length) {
        lines.input(bytes, offset, length);
    }

    void shown(EventType type, byte[] bytes, int offset, int length) {
        if (type == EventType.ERROR) {
            lines.error(bytes, offset, length);
        } else {
            lines.output(bytes, offset, length);
        }
    }

    boolean isDue() {
        return lines.isDue();
    }

    void settle() {
        lines.settle();
    }

    void endOfInput() {
        lines.endOfInput();
    }

    /** Idempotent. */
    void end() {
        lines.end();
        if (unkept) {
            recorder.record(
                    EventType.INPUT_ACCOUNTED, hashed + " " + HexFormat.of().formatHex(digest.digest()));
            unkept = false;
            hashed = 0;
        }
    }

    @Override
    public void line(byte[] text) {
        hash(text, 0, text.length);
        recorder.record(EventType.INPUT, text, 0, text.length);
    }

    @Override
    public void masked(int length) {
        digest.reset();
        hashed = 0;
        recorder.record(EventType.UNECHOED, Integer.toString(length));
    }

    @Override
    public void rest(byte[] bytes, int offset, int length) {
        unkept = true;
        hash(bytes, offset, length);
    }

    private void hash(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        hashed += length;
    }
}
