package gatehouse.verify;

import jakarta.json.Json;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A terminal in a browser, as far as its control frames go. */
final class SocketFrames implements WebSocket.Listener {
    private final CompletableFuture<String> opened = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final StringBuilder frame = new StringBuilder();

    /** @param token value of a connection token */
    static SocketFrames open(Rest person, String token) {
        SocketFrames terminal = new SocketFrames();
        WebSocket socket = person.socket("ws/terminal", person.origin(), terminal);
        socket.sendText(
                        Json.createObjectBuilder()
                                .add("type", "open")
                                .add("token", token)
                                .add("tab", "secret of this tab")
                                .add("columns", 80)
                                .add("rows", 24)
                                .build()
                                .toString(),
                        true)
                .join();
        return terminal;
    }

    /** Looks at somebody's running session. */
    static SocketFrames watch(Rest person, String session) {
        SocketFrames screen = new SocketFrames();
        person.socket("ws/watch/" + session, person.origin(), screen);
        return screen;
    }

    /** Whether a socket is refused at the door, or closed before it shows anything. */
    static boolean refused(Rest person, String path) {
        return refused(person, path, person.origin());
    }

    static boolean refused(Rest person, String path, String origin) {
        SocketFrames terminal = new SocketFrames();
        try {
            person.socket(path, origin, terminal);
        } catch (CompletionException e) {
            return true;
        }
        terminal.ended.join();
        return !terminal.opened.isDone();
    }

    CompletableFuture<String> opened() {
        return opened;
    }

    /** Completes with the control that says why. */
    CompletableFuture<String> ended() {
        return ended;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            control(frame.toString());
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended.complete("closed with " + code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ended.complete("broken: " + failure);
    }

    private void control(String text) {
        if (text.contains("\"type\":\"ended\"")) {
            ended.complete(text);
        } else {
            opened.complete(text);
        }
    }
}
