package gatehouse.connector.ssh.sftp;

import java.util.Optional;

/** What is to happen to a packet, of which the handler saw all or the head. */
final class Fate {
    /** It goes on as it came. */
    static final Fate PASS = new Fate(true, null);
    /** It and its body go nowhere. */
    static final Fate DROP = new Fate(false, null);

    private final boolean passes;
    private final byte[] head;

    private Fate(boolean passes, byte[] head) {
        this.passes = passes;
        this.head = head;
    }

    /** {@code head} goes on in place of what the handler saw; a body follows as it is. */
    static Fate replace(byte[] head) {
        return new Fate(true, head);
    }

    /** Its body, if any, goes on. */
    boolean passes() {
        return passes;
    }

    boolean unchanged() {
        return passes && head == null;
    }

    Optional<byte[]> replacement() {
        return Optional.ofNullable(head);
    }
}
