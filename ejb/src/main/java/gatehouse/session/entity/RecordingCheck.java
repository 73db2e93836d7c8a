package gatehouse.session.entity;

/**
 * What came of verifying a recording.
 *
 * @param chain its chunks are all there and in their order, by their hashes
 * @param readable every chunk decrypts
 * @param sealed its end is the one that the audit log was told when it was closed; false while it is being written
 * @param hash the chain's last hash, as hexadecimal text
 * @param fault what is wrong; empty when nothing is
 */
public record RecordingCheck(
        boolean chain, boolean readable, boolean sealed, long chunks, long bytes, String hash, String fault) {
    public boolean isWhole() {
        return chain && readable && sealed;
    }
}
