package gatehouse.web.session;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One WebSocket, on which frames are sent one after the other. It breaks when its browser takes no frame for a while, and it is never
 * closed on the thread of whoever wants it closed: that waits for frames which a browser that does not read leaves under way.
 */
final class Wire {
    private final Session socket;
    private final Executor aside;
    private final Duration patience;

    /**
     * @param aside where the socket is closed
     * @param patience how long one frame may be under way
     */
    Wire(Session socket, Executor aside, Duration patience) {
        this.socket = socket;
        this.aside = aside;
        this.patience = patience;
    }

    /** @param sent told when the frame is out; not told when the socket breaks, which closes it */
    void binary(byte[] bytes, Runnable sent) {
        if (socket.isOpen()) {
            remote().sendBinary(ByteBuffer.wrap(bytes), result -> told(result.isOK(), sent));
        }
    }

    void text(String control, Runnable sent) {
        if (socket.isOpen()) {
            remote().sendText(control, result -> told(result.isOK(), sent));
        }
    }

    /** The last frame: the socket is closed behind it. */
    void end(String control) {
        text(control, this::close);
    }

    private RemoteEndpoint.Async remote() {
        RemoteEndpoint.Async remote = socket.getAsyncRemote();
        remote.setSendTimeout(patience.toMillis());
        return remote;
    }

    private void told(boolean out, Runnable sent) {
        if (out) {
            sent.run();
        } else {
            close();
        }
    }

    void close() {
        aside.execute(this::closeNow);
    }

    private void closeNow() {
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        } catch (IOException e) {
            WebSessionLog.LOG.socketNotClosed(e);
        }
    }
}
