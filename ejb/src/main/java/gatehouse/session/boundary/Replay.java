package gatehouse.session.boundary;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.exec.LineFeeds;
import gatehouse.session.control.recording.Asciicast;
import gatehouse.session.control.recording.EventType;
import gatehouse.session.control.recording.RecordedEvent;
import gatehouse.session.control.recording.RecordingHeader;
import gatehouse.session.control.recording.RecordingOutline;
import gatehouse.session.control.recording.RecordingReader;
import gatehouse.session.control.recording.RecordingScan;
import gatehouse.session.control.recording.TextSearch;
import gatehouse.session.control.screen.ScreenModel;
import gatehouse.session.entity.ReplayHit;
import gatehouse.session.entity.ReplayOutline;
import gatehouse.session.entity.SessionProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A recording as asciicast v2, whole or in parts, decrypted chunk by chunk while it is read. */
public final class Replay implements AutoCloseable {
    private static final int MOST_FOUND = 500;

    private final RecordingReader reader;

    Replay(RecordingReader reader) {
        this.reader = reader;
    }

    /** @throws gatehouse.kernel.ProblemException {@code RECORDING_DAMAGED} at the chunk that does not decrypt */
    public void writeTo(OutputStream target) throws IOException {
        Asciicast cast = new Asciicast(hasTerminal());
        write(target, cast.header(header()));
        for (RecordingScan.Chunk chunk : reader.scan().chunks()) {
            write(target, lines(cast, chunk));
        }
    }

    private String lines(Asciicast cast, RecordingScan.Chunk chunk) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (RecordedEvent event : reader.events(chunk)) {
            cast.append(lines, event);
        }
        return lines.toString();
    }

    private static void write(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The size of one is told before anything else. */
    private boolean hasTerminal() throws IOException {
        List<RecordingScan.Chunk> chunks = reader.scan().chunks();
        List<RecordedEvent> first = chunks.isEmpty() ? List.of() : reader.events(chunks.getFirst());
        return !first.isEmpty() && first.getFirst().type() == EventType.RESIZE;
    }

    private RecordingHeader header() {
        return reader.scan().header();
    }

    /** Costs the last chunks, however long the recording is. */
    public ReplayOutline outline() throws IOException {
        RecordingOutline outline = reader.scan().outline();
        long end = end();
        return new ReplayOutline(
                header().columns(),
                header().rows(),
                header().start(),
                header().title(),
                end,
                outline.parts().stream().map(RecordingOutline.Part::fromMicros).toList(),
                outline.silences().stream()
                        .map(silence -> new ReplayOutline.Silence(silence.from(), silence.until()))
                        .toList());
    }

    /** The last chunk may be empty: it only says that it is the last. */
    private long end() throws IOException {
        for (RecordingScan.Chunk chunk : reader.scan().chunks().reversed()) {
            List<RecordedEvent> events = reader.events(chunk);
            if (!events.isEmpty()) {
                return events.getLast().micros();
            }
        }
        return 0;
    }

    /**
     * The lines of one part, without the header.
     *
     * @param screen begin with what the screen shows at the part's start, for a player that jumps there
     */
    public void writePart(int number, boolean screen, OutputStream target) throws IOException {
        List<RecordingOutline.Part> parts = reader.scan().outline().parts();
        if (number < 0 || number >= parts.size()) {
            throw SessionProblem.RECORDING_UNKNOWN.problem("this recording has " + parts.size() + " parts");
        }
        RecordingOutline.Part part = parts.get(number);
        List<RecordingScan.Chunk> chunks = reader.scan().chunks();
        Asciicast cast = new Asciicast(hasTerminal());
        if (part.first() > 0) {
            // a character may be cut between the parts: its beginning is known then
            String _ = lines(cast, chunks.get(part.first() - 1));
        }
        if (screen) {
            write(target, screenAt(part));
        }
        for (RecordingScan.Chunk chunk : chunks.subList(part.first(), part.first() + part.chunks())) {
            write(target, lines(cast, chunk));
        }
    }

    private String screenAt(RecordingOutline.Part part) throws IOException {
        WindowSize size = WindowSize.cells(header().columns(), header().rows());
        ScreenModel screen = new ScreenModel(size);
        boolean terminal = hasTerminal();
        for (RecordingScan.Chunk chunk : reader.scan().chunks().subList(0, part.first())) {
            for (RecordedEvent event : reader.events(chunk)) {
                size = shown(screen, size, event, terminal);
            }
        }
        Asciicast cast = new Asciicast(true);
        StringBuilder lines = new StringBuilder();
        byte[] cells = (size.columns() + "x" + size.rows()).getBytes(StandardCharsets.UTF_8);
        cast.append(lines, new RecordedEvent(EventType.RESIZE, part.fromMicros(), cells));
        byte[] picture = screen.snapshot().getBytes(StandardCharsets.UTF_8);
        cast.append(lines, new RecordedEvent(EventType.OUTPUT, part.fromMicros(), picture));
        return lines.toString();
    }

    private static WindowSize shown(ScreenModel screen, WindowSize size, RecordedEvent event, boolean terminal) {
        return switch (event.type()) {
            case OUTPUT, ERROR -> {
                byte[] bytes =
                        terminal ? event.bytes() : LineFeeds.asOnATerminal(event.bytes(), 0, event.bytes().length);
                screen.feed(bytes, 0, bytes.length);
                yield size;
            }
            case RESIZE -> {
                WindowSize wanted = sizeOf(new String(event.bytes(), StandardCharsets.UTF_8));
                screen.resize(wanted);
                yield wanted;
            }
            case INPUT, UNECHOED, TYPIST, MARKER, ACCOUNTED, INPUT_ACCOUNTED -> size;
        };
    }

    private static WindowSize sizeOf(String text) {
        int by = text.indexOf('x');
        return WindowSize.cells(Integer.parseInt(text.substring(0, by)), Integer.parseInt(text.substring(by + 1)))
                .readable();
    }

    /** Lines that were shown and contain {@code text}, up to 500. */
    public List<ReplayHit> search(String text) throws IOException {
        TextSearch search = new TextSearch(text, MOST_FOUND);
        for (RecordingScan.Chunk chunk : reader.scan().chunks()) {
            if (search.isFull()) {
                break;
            }
            reader.events(chunk).forEach(search::look);
        }
        return search.hits().stream()
                .map(hit -> new ReplayHit(hit.micros(), hit.line()))
                .toList();
    }

    /** What was marked: who came and went, what was ended or refused; up to 500. */
    public List<ReplayHit> markers() throws IOException {
        List<ReplayHit> markers = new ArrayList<>();
        for (RecordingScan.Chunk chunk : reader.scan().chunks()) {
            for (RecordedEvent event : reader.events(chunk)) {
                if (event.type() == EventType.MARKER && markers.size() < MOST_FOUND) {
                    markers.add(new ReplayHit(event.micros(), new String(event.bytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return markers;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
