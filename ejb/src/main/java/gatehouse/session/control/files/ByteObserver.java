package gatehouse.session.control.files;

/** Looks at one direction of a terminal. Called on I/O threads; returns at once; the bytes are valid only during the call. */
interface ByteObserver {
    void bytes(byte[] bytes, int offset, int length);
}
