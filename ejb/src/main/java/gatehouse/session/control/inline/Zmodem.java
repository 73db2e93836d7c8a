package gatehouse.session.control.inline;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * ZMODEM from {@code sz} and to {@code rz} at the target. {@code sz} begins with ZRQINIT, {@code rz} with ZRINIT; who sends a file says
 * ZFILE, ZDATA and its subpackets, ZEOF for each; the receiver confirms with its next ZRINIT; ZFIN from both ends it.
 */
final class Zmodem implements InlineProtocol, ZmodemParser.Events {
    private static final int ZRQINIT = 0;
    private static final int ZRINIT = 1;
    private static final int ZFILE = 4;
    private static final int ZSKIP = 5;
    private static final int ZABORT = 7;
    private static final int ZFIN = 8;
    private static final int ZDATA = 10;
    private static final int ZEOF = 11;
    private static final int ZFERR = 12;
    private static final int ZCAN = 16;
    private static final int ZCOMMAND = 18;

    /** As section 8.4 of the specification: whoever sends or receives gives up, and a shell's line is clean again. */
    private static final byte[] CANCEL = "\30\30\30\30\30\30\30\30\b\b\b\b\b\b\b\b".getBytes(StandardCharsets.US_ASCII);

    /** With this {@code sz} starts a receiver by itself; here one runs already. */
    private static final String COMMAND_OF_SENDER = "rz\r";

    /** Programs may report their progress on the terminal; more than that is no transfer any more. */
    private static final int MOST_TALK = 4096;

    private static final String TOO_MUCH = "too much was sent beside the files; start a new session to transfer more";

    /** ZSINIT carries a few characters that interrupt a sender. */
    private static final int LONGEST_ATTENTION = 64;

    private enum Phase {
        IDLE,
        ACTIVE,
        REFUSING
    }

    private final FileGuard guard;
    private final Conduct conduct;
    private final ZmodemParser fromTarget = new ZmodemParser(Side.TARGET, this);
    private final ZmodemParser fromPerson = new ZmodemParser(Side.PERSON, this);
    private Phase phase = Phase.IDLE;
    /** It is over, but whoever waits for the last "OO" may say ZFIN again. */
    private boolean closing;

    private Optional<Side> finished = Optional.empty();
    private Optional<Side> announcing = Optional.empty();
    private Optional<Side> sender = Optional.empty();
    private FileTrace trace = FileTrace.NOTHING;
    private String name = "";
    private long position;
    private boolean inData;
    private boolean whole;
    private int talk;
    /** Of the delivery under way, what came before its last header. */
    private int counted;

    private Sorted now = new Sorted();
    private final Map<Side, Allowance> allowances =
            new EnumMap<>(Map.of(Side.TARGET, new Allowance(), Side.PERSON, new Allowance()));

    Zmodem(FileGuard guard, Conduct conduct) {
        this.guard = guard;
        this.conduct = conduct;
    }

    @Override
    public void from(Side side, byte[] bytes, int offset, int length, Sorted sorted) {
        if (side == Side.PERSON && !closing && fromPerson.isAtRest()) {
            sorted.terminal(bytes, offset, length);
            return;
        }
        now = sorted;
        counted = 0;
        parser(side).sort(bytes, offset, length, sorted, closing && side == Side.PERSON);
        account(side, sorted);
        if (phase == Phase.IDLE) {
            // a prompt may come before the last ZFIN; what the person types ends the waiting
            closing = closing && (side == Side.TARGET || sorted.terminalLength() == 0);
            return;
        }
        talk += side == Side.TARGET ? sorted.terminalLength() - counted : 0;
        int most = phase == Phase.ACTIVE ? MOST_TALK : 0;
        if (side == Side.PERSON) {
            sorted.carryFirst(COMMAND_OF_SENDER);
        }
        if (phase == Phase.REFUSING) {
            sorted.dropCarried();
        }
        if (talk > most) {
            idle();
        }
    }

    private void account(Side side, Sorted sorted) {
        Allowance allowance = allowances.get(side);
        allowance.passed(sorted.carriedLength());
        if (phase == Phase.ACTIVE && allowance.isSpent()) {
            refuse(TOO_MUCH);
        }
    }

    private ZmodemParser parser(Side side) {
        return switch (side) {
            case TARGET -> fromTarget;
            case PERSON -> fromPerson;
        };
    }

    private void enter(Phase next) {
        phase = next;
        talk = 0;
        fromTarget.activate(next != Phase.IDLE);
        fromPerson.activate(next != Phase.IDLE);
    }

    private void idle() {
        finish(FileOutcome.INTERRUPTED);
        finished = Optional.empty();
        announcing = Optional.empty();
        if (phase == Phase.REFUSING) {
            now.then(conduct::releaseInput);
        }
        enter(Phase.IDLE);
    }

    @Override
    public boolean header(Side from, int type, long value) {
        talk = 0;
        counted = now.terminalLength();
        if (phase == Phase.IDLE && closing && type == ZFIN && value == 0) {
            return true;
        }
        if (phase == Phase.IDLE) {
            begin(from, type);
        }
        if (phase == Phase.ACTIVE) {
            follow(from, type, value);
        }
        return false;
    }

    private void follow(Side from, int type, long value) {
        inData = type == ZDATA;
        switch (type) {
            case ZRINIT -> confirmed(from);
            case ZFILE -> announcing = Optional.of(from);
            case ZSKIP -> finish(new FileOutcome.Failed("the receiver did not want it"));
            case ZABORT, ZFERR, ZCAN -> finish(new FileOutcome.Failed("the transfer was given up"));
            case ZDATA -> position = value;
            case ZEOF -> ended(from, value);
            case ZFIN -> finishing(from);
            case ZCOMMAND -> refuse("commands in a file transfer are not passed on");
            default -> {}
        }
    }

    private void begin(Side from, int type) {
        if (from != Side.TARGET || (type != ZRQINIT && type != ZRINIT)) {
            return;
        }
        FileOperation wanted = operation(type == ZRQINIT ? Side.TARGET : Side.PERSON, FilePath.of(""));
        if (allowances.values().stream().anyMatch(Allowance::isSpent)) {
            refuseFromTheStart(TOO_MUCH);
            return;
        }
        switch (guard.check(wanted)) {
            case FileGuard.Verdict.Allowed _ -> enter(Phase.ACTIVE);
            case FileGuard.Verdict.Denied(String reason) -> refuseFromTheStart(reason);
        }
    }

    private void refuseFromTheStart(String reason) {
        enter(Phase.REFUSING);
        now.then(() -> {
            conduct.holdInput();
            conduct.toTarget(CANCEL);
            conduct.notice(reason);
        });
    }

    private static FileOperation operation(Side from, FilePath path) {
        return from == Side.TARGET ? FileOperation.of(Kind.READ, path) : FileOperation.write(path, true);
    }

    private void confirmed(Side from) {
        if (whole && !sender.equals(Optional.of(from))) {
            finish(FileOutcome.SUCCEEDED);
        }
    }

    private void ended(Side from, long size) {
        if (sender.equals(Optional.of(from))) {
            trace.endOfFile(size);
            whole = true;
        }
    }

    private void finishing(Side from) {
        if (finished.isEmpty() || finished.equals(Optional.of(from))) {
            finished = Optional.of(from);
            return;
        }
        ZmodemParser last = parser(finished.get());
        idle();
        closing = true;
        last.expectOver();
    }

    @Override
    public void subpacket(Side from, byte[] data, int length, boolean right) {
        if (phase != Phase.ACTIVE) {
            return;
        }
        if (announcing.equals(Optional.of(from))) {
            announced(from, data, length, right);
        } else if (inData && sender.equals(Optional.of(from))) {
            long at = right ? position : Long.MAX_VALUE;
            switch (from) {
                case TARGET -> trace.read(at, data, 0, length);
                case PERSON -> trace.written(at, data, 0, length);
            }
            position += length;
            allowances.get(from).content(parser(from).frameLength());
            allowances.values().forEach(allowance -> allowance.about(length));
        } else if (length > LONGEST_ATTENTION) {
            refuse("what came was no file");
        }
    }

    /** Name, NUL, and (in decimal, separated by blanks) size and more. */
    private void announced(Side from, byte[] data, int length, boolean right) {
        if (!right) {
            return;
        }
        announcing = Optional.empty();
        int end = 0;
        while (end < length && data[end] != 0) {
            end++;
        }
        FilePath path = FilePath.copyOf(data, 0, end);
        finish(FileOutcome.INTERRUPTED);
        switch (guard.check(operation(from, path))) {
            case FileGuard.Verdict.Allowed(FileTrace allowed) -> {
                trace = allowed;
                allowances.values().forEach(Allowance::file);
                sender = Optional.of(from);
                name = path.text();
                whole = false;
                String way = from == Side.TARGET ? "download" : "upload";
                now.then(() -> conduct.mark("zmodem: " + way + " of " + path.text()));
            }
            case FileGuard.Verdict.Denied(String reason) -> refuse(reason);
        }
    }

    private void finish(FileOutcome outcome) {
        if (sender.isEmpty()) {
            return;
        }
        sender = Optional.empty();
        trace.finished(outcome);
        trace = FileTrace.NOTHING;
        String end = "zmodem: " + name + (outcome instanceof FileOutcome.Succeeded ? " arrived" : " did not arrive");
        now.then(() -> conduct.mark(end));
    }

    /** In the middle of a transfer: both programs are told. */
    private void refuse(String reason) {
        finish(new FileOutcome.Failed(reason));
        enter(Phase.REFUSING);
        now.then(() -> {
            conduct.holdInput();
            conduct.toTarget(CANCEL);
            conduct.toPerson(CANCEL);
            conduct.notice(reason);
        });
    }

    @Override
    public void cancelled() {
        if (phase == Phase.ACTIVE) {
            finish(new FileOutcome.Failed("the transfer was cancelled"));
            idle();
        }
    }

    @Override
    public void end() {
        now = new Sorted();
        idle();
    }
}
