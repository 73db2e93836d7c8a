package gatehouse.web.session;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A socket whose browser takes each frame at once, or only when it is told to. */
final class TestingSocket {
    private final boolean prompt;
    private final List<String> frames = new ArrayList<>();
    private final Deque<SendHandler> underWay = new ArrayDeque<>();
    private final Session session;
    private boolean closed;
    private long sendTimeout;

    TestingSocket(boolean prompt) {
        this.prompt = prompt;
        RemoteEndpoint.Async remote = fake(RemoteEndpoint.Async.class, this::remote);
        this.session = fake(Session.class, (method, arguments) -> switch (method) {
            case "isOpen" -> !closed;
            case "getAsyncRemote" -> remote;
            case "close" -> close();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Object close() {
        closed = true;
        return null;
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private Object remote(String method, Object[] arguments) {
        switch (method) {
            case "setSendTimeout" -> sendTimeout = (long) arguments[0];
            case "sendText" -> sent((String) arguments[0], (SendHandler) arguments[1]);
            case "sendBinary" ->
                sent(StandardCharsets.UTF_8.decode((ByteBuffer) arguments[0]).toString(), (SendHandler) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    }

    private void sent(String frame, SendHandler handler) {
        frames.add(frame);
        if (prompt) {
            handler.onResult(new SendResult());
        } else {
            underWay.add(handler);
        }
    }

    Session session() {
        return session;
    }

    /** Texts of all frames, in order. */
    List<String> frames() {
        return frames;
    }

    /** Frames that were handed over and are not out. */
    int underWay() {
        return underWay.size();
    }

    /** The browser takes one frame. */
    void take() {
        underWay.removeFirst().onResult(new SendResult());
    }

    void takeAll() {
        while (!underWay.isEmpty()) {
            take();
        }
    }

    void breakDown() {
        underWay.removeFirst().onResult(new SendResult(new IOException("too late")));
    }

    boolean isClosed() {
        return closed;
    }

    long sendTimeout() {
        return sendTimeout;
    }
}
