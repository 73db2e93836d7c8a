package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import gatehouse.session.control.exec.CopyCommand;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the old copy protocol (OpenSSH's {@code scp.c}; "How the SCP protocol works"). The sender says a line ({@code C0644 12
 * name}, {@code D0755 0 name}, {@code E}, {@code T…}), the receiver answers a byte (0 is yes, 1 and 2 are followed by a message),
 * then come the content, a byte 0, and the receiver's answer to it. It observes: what it cannot follow it stops following, and the
 * file under way is logged as interrupted.
 */
final class ScpConversation {
    private static final int LONGEST_LINE = 8192;

    private enum State {
        LINE,
        OPENING,
        CONTENT,
        CONTENT_END,
        CLOSING,
        LOST
    }

    private final CopyCommand command;
    private final FileGuard guard;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaint = new ByteArrayOutputStream();
    private final ArrayDeque<String> directories = new ArrayDeque<>();
    private State state = State.LINE;
    private FileTrace trace = FileTrace.NOTHING;
    private long size;
    private long position;
    private boolean enteringDirectory;
    private boolean complaining;

    ScpConversation(CopyCommand command, FileGuard guard) {
        this.command = command;
        this.guard = guard;
    }

    synchronized void fromSender(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at < end && state != State.LOST; ) {
            switch (state) {
                case LINE -> senderSays(bytes[at++]);
                case OPENING, CONTENT -> at += content(bytes, at, end - at);
                case CONTENT_END -> contentEnded(bytes[at++]);
                case CLOSING, LOST -> lose();
            }
        }
    }

    synchronized void fromReceiver(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length && state != State.LOST; at++) {
            receiverSays(bytes[at]);
        }
    }

    /** No more comes. */
    synchronized void end() {
        if (state != State.LOST) {
            lose();
        }
    }

    private void senderSays(byte one) {
        if (one != '\n') {
            line.write(one);
            if (line.size() > LONGEST_LINE) {
                lose();
            }
            return;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        line.reset();
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'C' -> file(text);
            case 'D' -> name(text).ifPresentOrElse(this::enter, this::lose);
            case 'E' -> directories.pollLast();
            default -> {}
        }
    }

    private void enter(String name) {
        directories.addLast(name);
        enteringDirectory = true;
    }

    private void file(String text) {
        Optional<String> name = name(text);
        Optional<Long> announced = size(text);
        if (name.isEmpty() || announced.isEmpty()) {
            lose();
            return;
        }
        enteringDirectory = false;
        size = announced.get();
        position = 0;
        FileOperation operation = new FileOperation(
                command.kind(), FilePath.ofLatin1(path(name.get())), Optional.empty(), command.kind() == Kind.WRITE);
        trace = guard.check(operation) instanceof FileGuard.Verdict.Allowed(FileTrace allowed)
                ? allowed
                : FileTrace.NOTHING;
        state = State.OPENING;
    }

    private int content(byte[] bytes, int at, int available) {
        state = State.CONTENT;
        int count = (int) Math.min(available, size - position);
        if (command.kind() == Kind.READ) {
            trace.read(position, bytes, at, count);
        } else {
            trace.written(position, bytes, at, count);
        }
        position += count;
        if (position == size) {
            trace.endOfFile(size);
            state = State.CONTENT_END;
        }
        return count;
    }

    private void contentEnded(byte one) {
        if (one == 0) {
            state = State.CLOSING;
            return;
        }
        finish(new FileOutcome.Failed("the sender could not read all of the file"));
        line.write(one);
    }

    private void receiverSays(byte one) {
        if (complaining) {
            complain(one);
            return;
        }
        if (one == 1 || one == 2) {
            complaining = true;
            complaint.reset();
            return;
        }
        enteringDirectory = false;
        switch (state) {
            case OPENING -> state = size == 0 ? State.CONTENT_END : State.CONTENT;
            case CLOSING -> finish(FileOutcome.SUCCEEDED);
            case LINE, CONTENT, CONTENT_END, LOST -> {}
        }
        if (state == State.CONTENT_END && size == 0) {
            trace.endOfFile(0);
        }
    }

    private void complain(byte one) {
        if (one != '\n' && complaint.size() < LONGEST_LINE) {
            complaint.write(one);
            return;
        }
        complaining = false;
        if (enteringDirectory) {
            enteringDirectory = false;
            directories.pollLast();
        }
        if (state == State.OPENING || state == State.CLOSING) {
            finish(new FileOutcome.Failed(complaint.toString(StandardCharsets.UTF_8)));
        }
    }

    private void finish(FileOutcome outcome) {
        trace.finished(outcome);
        trace = FileTrace.NOTHING;
        state = State.LINE;
    }

    private void lose() {
        trace.finished(FileOutcome.INTERRUPTED);
        trace = FileTrace.NOTHING;
        state = State.LOST;
    }

    private String path(String name) {
        List<String> names = new ArrayList<>(directories);
        names.add(name);
        String start = new String(command.path().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        StringBuilder path =
                new StringBuilder(command.kind() == Kind.READ ? source(start, names) : target(start, names));
        names.forEach(each -> append(path, each));
        return path.toString();
    }

    /** The first name is the path's last one, also where the target's shell put it in place of a pattern. */
    private static String source(String start, List<String> names) {
        String end = "/" + names.getFirst();
        if (("/" + start).endsWith(end)) {
            names.removeFirst();
            return start;
        }
        boolean pattern = start.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
        int last = start.lastIndexOf('/');
        if (!pattern) {
            return start;
        }
        return last < 0 ? "." : start.substring(0, Math.max(1, last));
    }

    /** A name without directory goes to the path itself, unless that is known to be a directory. */
    private String target(String start, List<String> names) {
        if (names.size() == 1 && !command.intoDirectory()) {
            names.removeFirst();
        }
        return start;
    }

    private static StringBuilder append(StringBuilder path, String name) {
        if (path.isEmpty() || path.charAt(path.length() - 1) != '/') {
            path.append('/');
        }
        return path.append(name);
    }

    private static Optional<String> name(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
    }

    private static Optional<Long> size(String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length < 3 || !parts[1].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(parts[1]));
    }
}
