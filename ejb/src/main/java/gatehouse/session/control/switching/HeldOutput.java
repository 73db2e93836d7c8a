package gatehouse.session.control.switching;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.dialogue.Transcript;
import gatehouse.connector.spi.dialogue.Unshown;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what the target prints while accounts are switched, for the transcript and for the person once it is done. Bounded: of more
 * than {@value #KEPT} bytes the beginning is left out.
 */
final class HeldOutput implements TerminalOutput {
    private static final int KEPT = 256 * 1024;

    private final TerminalOutput next;
    private final Transcript transcript;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sinceSecret = new ByteArrayOutputStream();
    private final List<Runnable> after = new ArrayList<>();
    private Optional<Secret> secret = Optional.empty();
    private boolean holding = true;

    HeldOutput(TerminalOutput next, Transcript transcript) {
        this.next = next;
        this.transcript = transcript;
    }

    /** From here on, the rest of the line is the one that {@code typed} was typed on. */
    synchronized void hide(Secret typed) {
        settle();
        secret = Optional.of(typed);
    }

    /** The step is over: what was printed is fit to be shown. */
    synchronized void settle() {
        byte[] printed = sinceSecret.toByteArray();
        sinceSecret.reset();
        if (secret.isPresent()) {
            shown.writeBytes(new byte[] {'\r', '\n'});
            shown.writeBytes(Unshown.afterTheLineOf(secret.get(), printed));
        } else {
            shown.writeBytes(printed);
        }
        secret = Optional.empty();
    }

    /** The switch is done: the person sees it all, and what follows. */
    synchronized void release() {
        settle();
        holding = false;
        next.output(shown.toByteArray(), 0, shown.size(), Completion.NOTHING);
        shown.reset();
        after.forEach(Runnable::run);
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        if (isHeld(bytes, offset, length)) {
            done.complete();
            return;
        }
        next.output(bytes, offset, length, done);
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        if (isHeld(bytes, offset, length)) {
            done.complete();
            return;
        }
        next.error(bytes, offset, length, done);
    }

    private synchronized boolean isHeld(byte[] bytes, int offset, int length) {
        if (!holding) {
            return false;
        }
        if (shown.size() + sinceSecret.size() > KEPT) {
            shown.reset();
            settle();
        }
        sinceSecret.write(bytes, offset, length);
        transcript.add(bytes, offset, length);
        return true;
    }

    @Override
    public void endOfOutput() {
        inTurn(next::endOfOutput);
    }

    @Override
    public void exited(ExitStatus status) {
        inTurn(() -> next.exited(status));
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        transcript.end();
        inTurn(() -> next.closed(reason));
    }

    private void inTurn(Runnable event) {
        synchronized (this) {
            if (holding) {
                after.add(event);
                return;
            }
        }
        event.run();
    }
}
