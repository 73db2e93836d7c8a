package gatehouse.web.session;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One WebSocket, on which frames are sent one after the other. */
final class Wire {
    private final Session socket;

    Wire(Session socket) {
        this.socket = socket;
    }

    /** @param sent told when the frame is out; not told when the socket breaks, which closes it */
    void binary(byte[] bytes, Runnable sent) {
        if (socket.isOpen()) {
            socket.getAsyncRemote().sendBinary(ByteBuffer.wrap(bytes), result -> told(result.isOK(), sent));
        }
    }

    void text(String control, Runnable sent) {
        if (socket.isOpen()) {
            socket.getAsyncRemote().sendText(control, result -> told(result.isOK(), sent));
        }
    }

    private void told(boolean out, Runnable sent) {
        if (out) {
            sent.run();
        } else {
            close();
        }
    }

    /** The last control was handed over: frames go out in order, so the close comes behind it. */
    void closeSoon() {
        close();
    }

    void close() {
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        } catch (IOException e) {
            WebSessionLog.LOG.socketNotClosed(e);
        }
    }
}
