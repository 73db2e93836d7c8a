/**
 * Recordings: written as a session happens, verified and decrypted as they are read.
 *
 * <p>A recording is one file, {@code <GATEHOUSE_HOME>/recordings/yyyy/mm/dd/<session>.ghr} (date of the start, UTC). All integers
 * are big-endian.
 *
 * <pre>
 * header  "GHR1" · u32 length of the rest · session (16 bytes) · u64 start, ms since 1970
 *         · u16 columns · u16 rows · u16 length, title (UTF-8) · u16 length, wrapped data key
 * chunk   u32 length of the payload · u64 number, from 0 · u64 time of its first event, µs since the start
 *         · u8 flags (1: last, 2: deflated, 4: own nonce) · payload · 32 bytes hash
 * </pre>
 *
 * The payload is a nonce of 12 random bytes and then AES-256-GCM (tag at its end) under the session's own data key; the additional
 * data are the session and the chunk's head. The nonce is a fresh one for each attempt to write a chunk: a chunk is sealed again
 * after a failed write, behind a crash, and, under the same key, when a backup of a running session is restored and recovered.
 * Without the flag 4, in recordings of the first builds, the nonce is not in the payload: it is the chunk's number, as 12 bytes.
 * The hash is SHA-256 over the previous hash, the chunk's head and its payload; the hash before the first chunk is that of the
 * header. So anybody can check the chain without a key, and nobody without the key can make one that decrypts. The number of chunks
 * and the last hash are also written into the audit log when the session ends, so that a recording that was cut at a chunk's border
 * is found, too.
 *
 * <p>The plain text is a sequence of events: u8 type · varint µs since the previous event (in a chunk's first: since the start) ·
 * varint length · bytes. Types: {@code o} output, {@code e} error stream, {@code i} input that the screen echoed, {@code n} input
 * that it did not (the bytes are the count, as decimal text), {@code w} who typed the {@code i} and {@code n} events up to the next
 * {@code w} (user id, blank, name; before the first: the session's own person), {@code r} resize ({@code 80x24}), {@code m} marker,
 * {@code s} output that is only accounted ({@code bytes sha256}, see R11.6), {@code t} the same of input (R11.8). Bytes are kept as
 * they were, valid UTF-8 or not; asciicast v2 is made of them when they are replayed.
 *
 * <p>R11.1 What was recorded before a crash verifies up to its last whole chunk, whatever the point of the cut. R11.2 A changed bit
 * is found. R11.3 Chunks are written and forced to the disk at least once a second while something happens; what the disk took and
 * did not confirm is written again and once. R11.4 A recorder that is more than a second or 4 MiB behind holds the output back.
 * R11.5 Bytes typed on a terminal that the screen did not echo are never written. R11.6 Output of an exec without a terminal is
 * kept whole up to 32 MiB; what follows is recorded as its length and SHA-256. R11.7 A recorder that cannot write pauses its
 * session and says so; nothing passes unrecorded: what the target sends, and what the person types or does, waits in its order and
 * goes on when it can be recorded; so does what goes past the recording, the files in a terminal's stream (R11.62). R11.8 What goes into a program without a terminal is input while it is text, and into a
 * shell whatever its bytes are, up to 1 MiB; the
 * answer to a question for a password is kept as its length, anything else as its length and SHA-256.
 *
 * <p>R11.9 Every typed byte is attributed to the person who typed it, whatever the order in which the screen echoes several people.
 * In asciicast v2 a {@code w} is a marker {@code typing: NAME}, so that standard players go on working; the chain of hashes covers
 * the event itself.
 *
 * <p>INVARIANT: a data key seals one recording and no nonce twice.
 */
package gatehouse.session.control.recording;
