package gatehouse.verify;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A terminal as a browser's tab speaks it ({@code gatehouse.web.session} says what), without the browser. */
final class TestingTab implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Output output = new Output();
    private final StringBuilder text = new StringBuilder();
    private final List<JsonObject> controls = new ArrayList<>();
    private final boolean acknowledging;
    private long received;
    private boolean closed;
    private boolean cut;
    private WebSocket socket;
    private CompletableFuture<WebSocket> sending = CompletableFuture.completedFuture(null);

    private TestingTab(boolean acknowledging) {
        this.acknowledging = acknowledging;
    }

    /** Whoever {@code person} is connects to a socket below {@code /ws/}. */
    static TestingTab at(Rest person, String path) {
        return connected(person, path, true);
    }

    /** One that reads nothing beyond what it is sent at once. */
    static TestingTab thatNeverAcknowledges(Rest person, String path) {
        return connected(person, path, false);
    }

    /** One that takes nothing off its socket. */
    static TestingTab thatNeverReads(Rest person, String path) {
        TestingTab tab = new TestingTab(false);
        tab.socket = person.socket("ws/" + path, new WebSocket.Listener() {
            @Override
            public void onOpen(WebSocket opened) {
                // nothing is asked for, so nothing is read
            }
        });
        return tab;
    }

    private static TestingTab connected(Rest person, String path, boolean acknowledging) {
        TestingTab tab = new TestingTab(acknowledging);
        tab.socket = person.socket("ws/" + path, tab);
        return tab;
    }

    @Override
    public synchronized CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (cut) {
            return null;
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        output.writeBytes(bytes);
        received += bytes.length;
        notifyAll();
        if (acknowledging && last) {
            say(Json.createObjectBuilder()
                    .add("type", "ack")
                    .add("received", received)
                    .build());
        }
        from.request(1);
        return null;
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
                JsonObject control = reader.readObject();
                controls.add(control);
                if (control.getString("type").equals("resumed")) {
                    received = control.getJsonNumber("from").longValue();
                }
            }
            text.setLength(0);
            notifyAll();
        }
        from.request(1);
        return null;
    }

    @Override
    public synchronized CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable error) {
        closed = true;
        notifyAll();
    }

    void say(JsonObject control) {
        CompletableFuture<WebSocket> _ = send(() -> socket.sendText(control.toString(), true));
    }

    /** One after the other: the client refuses what is sent while something else is on its way, an acknowledgement too. */
    private synchronized CompletableFuture<WebSocket> send(Supplier<CompletableFuture<WebSocket>> next) {
        sending = sending.handle((_, _) -> socket).thenCompose(_ -> next.get());
        return sending;
    }

    void type(String keys) {
        send(keys.getBytes(StandardCharsets.UTF_8));
    }

    /** @return whether the server still takes it */
    boolean send(byte[] bytes) {
        try {
            send(() -> socket.sendBinary(ByteBuffer.wrap(bytes), true)).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    /** As a network that breaks: no goodbye, and nothing that was on its way comes any more. */
    synchronized void cut() {
        cut = true;
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Of the session's output, what came last; what was sent again is counted once. */
    synchronized long received() {
        return received;
    }

    synchronized String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Looks at each byte once: there may be many millions. */
    void awaitShown(String wanted) {
        byte[] bytes = wanted.getBytes(StandardCharsets.UTF_8);
        AtomicInteger looked = new AtomicInteger();
        boolean _ = await("the screen to show " + wanted, () -> {
            boolean found = output.holds(bytes, looked.get());
            looked.set(Math.max(0, output.size() - bytes.length));
            return Optional.of(found).filter(now -> now);
        });
    }

    private static final class Output extends ByteArrayOutputStream {
        boolean holds(byte[] wanted, int from) {
            return IntStream.rangeClosed(from, count - wanted.length)
                    .anyMatch(at -> Arrays.equals(buf, at, at + wanted.length, wanted, 0, wanted.length));
        }
    }

    JsonObject awaitControl(String type) {
        return await(
                "a control frame " + type,
                () -> controls.stream()
                        .filter(control -> control.getString("type").equals(type))
                        .reduce((first, second) -> second));
    }

    JsonObject awaitPeople(int count) {
        return await(
                count + " people",
                () -> controls.stream()
                        .filter(control -> control.getString("type").equals("people"))
                        .reduce((first, second) -> second)
                        .filter(control -> control.getJsonArray("people").size() == count));
    }

    void awaitClosed() {
        boolean _ = await("the socket to be closed", () -> Optional.of(closed).filter(now -> now));
    }

    private synchronized <T> T await(String what, Supplier<Optional<T>> found) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> result = found.get();
        while (result.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                String seen = shown();
                throw new AssertionError("waited for " + what + "; controls " + controls + "; the screen ends with "
                        + seen.substring(Math.max(0, seen.length() - 600)));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            result = found.get();
        }
        return result.get();
    }
}
