/**
 * Files that pass through sessions: what may pass, and the transfer log.
 *
 * <p>R11.30 Every operation that changes something or carries content is in the log with its result, refused ones too. R11.31 A
 * hash is given only for bytes that came in order from a file's start, and says whether it is that of the whole file. R11.32 When
 * the log cannot be written, operations are refused. R11.33 A shell or exec without a terminal, {@code scp}, {@code rsync} and
 * {@code git} too, and an SFTP conversation beside the content of files, carry only a little in a direction in which the permission carries
 * no files; what is more ends it and is in the log. R11.34 A session that was refused a thousand operations ends with the last of their
 * lines; while the log has no room, refusals leave none. R11.35 To rename needs the action
 * upload; where a file that is there would vanish by it, delete, too.
 */
package gatehouse.session.control.files;
