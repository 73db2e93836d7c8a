package gatehouse.session.control.inline;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;

/**
 * trzsz (github.com/trzsz), from {@code tsz} and to {@code trz} at the target. The target's program shows {@code
 * ::TRZSZ:TRANSFER:S:1.1.6:0123} (S: it sends, R and D: it receives); the person's terminal answers ACT, the program CFG; then whoever
 * sends says NUM, and for each file NAME, SIZE, DATA…, MD5, each confirmed by SUCC; EXIT or FAIL end it.
 */
final class Trzsz implements InlineProtocol, TrzszParser.Events {
    private static final Set<String> OF_SENDER = Set.of("NUM", "NAME", "SIZE", "DATA", "MD5");
    private static final Set<String> OF_BOTH = Set.of("SUCC", "FAIL", "fail");
    private static final int MOST_TALK = 4096;
    private static final String NO_SUCH_ESCAPES =
            "the file program wants escapes that Gatehouse cannot read; send it with --binary no";
    private static final String TOO_MUCH = "too much was sent beside the files; start a new session to transfer more";

    private final FileGuard guard;
    private final Conduct conduct;
    private final TrzszTrigger trigger = new TrzszTrigger();
    private Optional<Readers> readers = Optional.empty();
    private Side sender = Side.TARGET;
    private Optional<FileTrace> trace = Optional.empty();
    private String name = "";
    private long position;
    private boolean readable;
    private boolean sent;
    private String size = "";
    private int talk;
    private Sorted now = new Sorted();
    private final Map<Side, Allowance> allowances =
            new EnumMap<>(Map.of(Side.TARGET, new Allowance(), Side.PERSON, new Allowance()));

    Trzsz(FileGuard guard, Conduct conduct) {
        this.guard = guard;
        this.conduct = conduct;
    }

    /** There only while a transfer runs: most sessions never have one. */
    private record Readers(TrzszParser fromTarget, TrzszParser fromPerson, TrzszContent content) {
        TrzszParser from(Side side) {
            return side == Side.TARGET ? fromTarget : fromPerson;
        }
    }

    private void begin(Side sends) {
        sender = sends;
        talk = 0;
        readers = Optional.of(new Readers(
                new TrzszParser(Side.TARGET, type -> isKnown(Side.TARGET, type), this),
                new TrzszParser(Side.PERSON, type -> isKnown(Side.PERSON, type), this),
                new TrzszContent()));
        readers.get().fromTarget().junk(true);
    }

    private boolean isKnown(Side from, String type) {
        boolean own = from == Side.TARGET ? type.equals("CFG") : type.equals("ACT") || type.equals("EXIT");
        return own || OF_BOTH.contains(type) || (from == sender && OF_SENDER.contains(type));
    }

    @Override
    public void from(Side side, byte[] bytes, int offset, int length, Sorted sorted) {
        sort(side, bytes, offset, length, sorted);
        Allowance allowance = allowances.get(side);
        allowance.passed(sorted.carriedLength());
        if (readers.isPresent() && allowance.isSpent()) {
            sorted.dropCarried();
            refuse(TOO_MUCH);
        }
    }

    private void sort(Side side, byte[] bytes, int offset, int length, Sorted sorted) {
        now = sorted;
        if (readers.isPresent()) {
            readers.get().from(side).sort(bytes, offset, length, sorted);
            listen(side);
            return;
        }
        if (side == Side.PERSON) {
            sorted.terminal(bytes, offset, length);
            return;
        }
        trigger.sort(bytes, offset, length, sorted).ifPresent(found -> {
            triggered(found);
            sort(side, bytes, found.end(), offset + length - found.end(), sorted);
        });
    }

    /** The program at the target may have been ended: then a shell talks. */
    private void listen(Side side) {
        talk += side == Side.TARGET ? now.terminalLength() : 0;
        if (talk > MOST_TALK) {
            idle();
        }
    }

    private void triggered(TrzszTrigger.Found found) {
        Side sends = found.sends() ? Side.TARGET : Side.PERSON;
        if (allowances.values().stream().anyMatch(Allowance::isSpent)) {
            sayNo(TOO_MUCH);
            return;
        }
        switch (guard.check(operation(sends, Kind.WRITE, FilePath.of("")))) {
            case FileGuard.Verdict.Allowed _ -> {
                begin(sends);
                now.carried(found.text(), 0, found.text().length);
            }
            case FileGuard.Verdict.Denied(String reason) -> sayNo(reason);
        }
    }

    private void sayNo(String reason) {
        String no = "{\"lang\":\"java\",\"confirm\":false,\"version\":\"1.0.0\",\"support_dir\":true}";
        byte[] answer = line("ACT", no);
        now.then(() -> {
            conduct.toTarget(answer);
            conduct.notice(reason);
        });
    }

    private static byte[] line(String type, String text) {
        return ("#" + type + ":" + TrzszContent.encode(text) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static FileOperation operation(Side sends, Kind upwards, FilePath path) {
        if (sends == Side.TARGET) {
            return FileOperation.of(Kind.READ, path);
        }
        return upwards == Kind.WRITE ? FileOperation.write(path, true) : FileOperation.of(upwards, path);
    }

    @Override
    public void line(Side from, String type, String payload) {
        switch (type) {
            case "CFG" -> configured(TrzszContent.decode(payload));
            case "NAME" -> named(TrzszContent.decode(payload));
            case "SIZE" -> size = payload;
            case "MD5" -> sent = true;
            case "SUCC" -> {
                if (sent && from != sender) {
                    finish(FileOutcome.SUCCEEDED);
                }
            }
            case "FAIL", "fail" -> {
                finish(new FileOutcome.Failed(firstLine(TrzszContent.decode(payload))));
                idle();
            }
            case "EXIT" -> idle();
            default -> {}
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** What its sender said before it, now that it has come. */
    private static void endOfFile(FileTrace file, String size) {
        if (size.matches("[0-9]{1,18}")) {
            file.endOfFile(Long.parseLong(size));
        }
    }

    private void configured(String json) {
        object(json).ifPresent(configuration -> {
            readers.ifPresent(all -> {
                all.fromTarget().junk(configuration.getBoolean("tmux_output_junk", false));
                boolean binary = configuration.getBoolean("binary", false);
                all.fromTarget().binary(binary);
                all.fromPerson().binary(binary);
                if (configuration.get("escape_chars") instanceof JsonArray pairs) {
                    TrzszEscapes.of(pairs).ifPresentOrElse(all.content()::escapes, () -> refuse(NO_SUCH_ESCAPES));
                }
            });
        });
    }

    private static Optional<JsonObject> object(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException broken) {
            // for what is nested too deeply or a number of too many digits the parser throws whatever it likes
            return Optional.empty();
        }
    }

    /** A name, or with directories a path and whether it is one itself. */
    private void named(String text) {
        Optional<JsonObject> entry = object(text).filter(object -> object.containsKey("path_name"));
        String path = entry.map(object -> String.join("/", TrzszContent.texts(object.get("path_name"))))
                .orElse(text);
        boolean directory =
                entry.map(object -> object.getBoolean("is_dir", false)).orElse(false);
        finish(FileOutcome.INTERRUPTED);
        FileOperation operation = operation(sender, directory ? Kind.MAKE_DIRECTORY : Kind.WRITE, FilePath.of(path));
        switch (guard.check(operation)) {
            case FileGuard.Verdict.Allowed(FileTrace allowed) -> {
                allowances.values().forEach(Allowance::file);
                if (directory) {
                    allowed.finished(FileOutcome.SUCCEEDED);
                    return;
                }
                opened(allowed, operation.path().text());
            }
            case FileGuard.Verdict.Denied(String reason) -> refuse(reason);
        }
    }

    private void opened(FileTrace allowed, String path) {
        trace = Optional.of(allowed);
        name = path;
        position = 0;
        readable = true;
        sent = false;
        size = "";
        readers.ifPresent(all -> all.content().file());
        String way = sender == Side.TARGET ? "download" : "upload";
        now.then(() -> conduct.mark("trzsz: " + way + " of " + path));
    }

    private void refuse(String reason) {
        idle();
        byte[] failure = line("fail", reason);
        now.then(() -> {
            conduct.toTarget(failure);
            conduct.toPerson(failure);
            conduct.notice(reason);
        });
    }

    @Override
    public void data(Side from, byte[] bytes, int length, boolean binary) {
        if (readers.isEmpty()) {
            return;
        }
        if (trace.isEmpty()) {
            refuse("what came was no file");
            return;
        }
        allowances.get(from).content(length);
        TrzszContent content = readers.get().content();
        trace.ifPresent(file -> {
            try {
                if (readable && binary) {
                    content.escaped(bytes, length, this::passed);
                } else if (readable) {
                    content.base64(bytes, length, this::passed);
                } else {
                    unreadable(file, bytes, length);
                }
            } catch (TrzszContent.TooDense tooMuch) {
                refuse("the file is packed too densely to be looked at; send it with --compress no");
            } catch (DataFormatException other) {
                // compressed in a way that this class does not know: only its size is kept
                readable = false;
                unreadable(file, bytes, length);
            }
        });
    }

    private void passed(byte[] bytes, int length) {
        trace.ifPresent(file -> pass(file, position, bytes, length));
        position += length;
    }

    private void unreadable(FileTrace file, byte[] bytes, int length) {
        pass(file, Long.MAX_VALUE, bytes, length);
    }

    private void pass(FileTrace file, long at, byte[] bytes, int length) {
        allowances.values().forEach(allowance -> allowance.about(length));
        switch (sender) {
            case TARGET -> file.read(at, bytes, 0, length);
            case PERSON -> file.written(at, bytes, 0, length);
        }
    }

    @Override
    public void dataEnded(Side from) {
        readers.ifPresent(all -> all.content().end(this::passed));
    }

    private void finish(FileOutcome outcome) {
        trace.ifPresent(file -> {
            endOfFile(file, size);
            file.finished(outcome);
            String end = "trzsz: " + name + (outcome instanceof FileOutcome.Succeeded ? " arrived" : " did not arrive");
            now.then(() -> conduct.mark(end));
        });
        trace = Optional.empty();
        sent = false;
    }

    private void idle() {
        finish(FileOutcome.INTERRUPTED);
        readers.ifPresent(all -> all.content().close());
        readers = Optional.empty();
    }

    @Override
    public void end() {
        now = new Sorted();
        idle();
    }
}
