/**
 * SFTP version 3 as OpenSSH speaks it (draft-ietf-secsh-filexfer-02 and OpenSSH's PROTOCOL, section 4), packet by packet.
 *
 * <p>The relay reads the head of each packet where it lies, asks the session's guard, and passes the bytes on as they came, so
 * that attributes and extensions survive and the body of a read or write is never put together.
 *
 * <p>R6.1 Requests that were denied are answered here and never reach the target. R6.2 A request whose kind or extension is not
 * known is refused here. R6.3 A handle is known once the target gave it for an allowed opening; requests on others are refused
 * here. R6.4 A request number in use may not be used again before its answer came: the connection ends. R6.5 Whatever cannot be
 * framed ends the connection, with at most {@value gatehouse.connector.ssh.sftp.Sftp#LARGEST_PACKET} bytes held. R6.6 Each
 * read and write of an open file asks once more; what was taken back is refused here. R6.7 An answer that nobody asked for, or of a kind
 * that does not belong to its request, ends the connection. R6.8 What passes beside the content of files (paths, names, attributes,
 * texts, error output) is counted by the guard, which may say that it is enough. R6.9 A handle is used only for what it was opened
 * for: reading, writing or listing; anything else is refused here. R6.10 Where the guard does not let a
 * rename replace a file, the target is asked for one that does not; {@value gatehouse.connector.ssh.sftp.Sftp#MAY_REPLACE} asks
 * beforehand and is answered here. R6.11 A client may say of an open file that it gives it up
 * ({@value gatehouse.connector.ssh.sftp.Sftp#ABANDON}): the guard hears that it was interrupted, the target hears only the closing.
 * R6.12 What one channel keeps is bounded: names of at most {@value gatehouse.connector.ssh.sftp.Sftp#LONGEST_PATH} bytes, 512 requests
 * that name a file, 1024 open files; whoever wants more is up to something, and the connection ends.
 *
 * <p>INVARIANT: whoever asks through {@link gatehouse.connector.spi.files.Files} hears the answer on a thread that holds no lock of a
 * stream: the relay delivers under its own, and may answer whoever asks before the question has left.
 */
package gatehouse.connector.ssh.sftp;
