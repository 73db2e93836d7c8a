package gatehouse.verify;

import static gatehouse.verify.Rest.object;

import jakarta.json.Json;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The browser's terminal, spoken to as its page does: a token by REST, then a socket. */
final class BrowserTerminal implements WebSocket.Listener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 180;

    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder control = new StringBuilder();
    private final WebSocket socket;

    /** Opens it for whoever is signed in at {@code person}. */
    BrowserTerminal(Rest person, String asset, String account, String protocol) throws InterruptedException {
        String token = person.post(
                        "authentication/connection-token/",
                        object("asset", asset, "account", account, "protocol", protocol))
                .getString("value");
        socket = person.socket("ws/terminal", this);
        String open = Json.createObjectBuilder(object("type", "open", "token", token, "tab", "a secret of the tab"))
                .add("columns", 80)
                .add("rows", 24)
                .build()
                .toString();
        socket.sendText(open, true).join();
        await(control, "opened");
    }

    void type(String text) {
        socket.sendBinary(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true)
                .join();
    }

    void awaitShown(String text) throws InterruptedException {
        await(shown, text);
    }

    private synchronized void await(StringBuilder where, String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (where.indexOf(text) < 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(text + " does not come; so far: " + shown + " " + control);
            }
            wait(left);
        }
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        return heard(control, text, from);
    }

    @Override
    public synchronized CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        return heard(shown, StandardCharsets.UTF_8.decode(bytes), from);
    }

    private CompletionStage<?> heard(StringBuilder where, CharSequence text, WebSocket from) {
        where.append(text);
        notifyAll();
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
