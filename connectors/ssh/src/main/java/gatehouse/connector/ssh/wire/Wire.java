package gatehouse.connector.ssh.wire;

/** A session of ours, seen from those who write into it. */
public interface Wire {
    /** Is the calling thread inside this session's encoder? Then it must not reach into another session. */
    boolean isEncoding();
}
