package gatehouse.session.control;

import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.RefusedRow;
import gatehouse.kernel.Spell;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Writes lines of a log that must not be lost, many in one transaction. While the database is away they are kept and tried again. A
 * line that the database refuses for what is in it is written in ASCII; should it refuse that, too, the line is left out, with an error in
 * the server's log: nothing behind it may wait for it.
 */
public final class LogWriter<T> {
    private final String what;
    private final Consumer<List<T>> rows;
    private final UnaryOperator<T> inAscii;
    private final Duration pause;
    private final Spell trouble = new Spell();

    /**
     * @param what the lines, for the server's log
     * @param rows writes all of them or none. A line that is there already stays as it is: the attempt before may have been committed
     *     although its answer was lost
     * @param inAscii a line with its texts as every database takes them
     * @param pause between two attempts
     */
    public LogWriter(String what, Consumer<List<T>> rows, UnaryOperator<T> inAscii, Duration pause) {
        this.what = what;
        this.rows = rows;
        this.inAscii = inAscii;
        this.pause = pause;
    }

    /**
     * Returns when they are written.
     *
     * @param goesOn asked before it waits
     * @return false when they are not written and must not be waited for
     */
    public boolean write(List<T> batch, BooleanSupplier goesOn) {
        return write(batch, goesOn, refusal -> writeEach(batch, goesOn, refusal));
    }

    private boolean write(List<T> batch, BooleanSupplier goesOn, Predicate<Exception> refused) {
        while (true) {
            try {
                rows.accept(batch);
                written();
                return true;
            } catch (Exception failure) { // also the checked RollbackException of a transaction that could not commit
                if (RefusedRow.isBehind(failure)) {
                    return refused.test(failure);
                }
                told(batch.size(), failure);
                if (!goesOn.getAsBoolean() || !paused()) {
                    return false;
                }
            }
        }
    }

    private boolean writeEach(List<T> batch, BooleanSupplier goesOn, Exception refusal) {
        if (batch.size() == 1) {
            return writeInAscii(batch.getFirst(), goesOn, refusal);
        }
        for (T line : batch) {
            if (!write(List.of(line), goesOn)) {
                return false;
            }
        }
        return true;
    }

    private boolean writeInAscii(T line, BooleanSupplier goesOn, Exception refusal) {
        SessionLog.LOG.lineInAscii(what, refusal);
        return write(List.of(inAscii.apply(line)), goesOn, again -> {
            SessionLog.LOG.lineRefused(what, again);
            return true;
        });
    }

    private void told(int lines, Exception failure) {
        if (trouble.begins()) {
            DatabaseOutage.in(failure)
                    .ifPresentOrElse(
                            _ -> SessionLog.LOG.linesWait(lines, what),
                            () -> SessionLog.LOG.linesNotWritten(lines, what, failure));
        }
    }

    private void written() {
        if (trouble.isOver()) {
            SessionLog.LOG.linesWritten(what);
        }
    }

    private boolean paused() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
