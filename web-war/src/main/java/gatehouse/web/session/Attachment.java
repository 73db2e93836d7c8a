package gatehouse.web.session;

/** A shell on one socket, from when it came until it went. Belongs to its shell's lock. */
final class Attachment {
    private final Wire wire;
    private boolean gone;
    private boolean stopped;
    /** A frame is on its way. */
    private boolean sending;
    /** A picture of the screen is under way, with which a browser goes on that missed too much. */
    private boolean painting;

    /** @param painting the picture comes first */
    Attachment(Wire wire, boolean painting) {
        this.wire = wire;
        this.painting = painting;
    }

    Wire wire() {
        return wire;
    }

    boolean isOn(Wire other) {
        return !gone && wire == other;
    }

    boolean isGone() {
        return gone;
    }

    /** Otherwise nobody waits for it. */
    boolean mayRead() {
        return !gone && !stopped;
    }

    /** Nothing more is sent: the socket is being closed. */
    void stop() {
        stopped = true;
    }

    void leave() {
        gone = true;
    }

    boolean mayBegin() {
        return !gone && !stopped && !sending && !painting;
    }

    void begin() {
        sending = true;
    }

    void sent() {
        sending = false;
    }

    void painted() {
        painting = false;
    }
}
