/**
 * Files that travel in the stream of a terminal: ZMODEM ({@code sz}, {@code rz}) and trzsz ({@code tsz}, {@code trz}).
 *
 * <p>R11.60 A transfer passes when the permission has its action; else its program at the target is told to stop and the person why.
 * R11.61 Each file is in the transfer log with its name, size and SHA-256. R11.62 Only what is of the protocol, byte by byte, goes past
 * recording, screen and commands: the recording has markers in its place. Everything else is terminal, also while a transfer runs.
 * What goes past waits with the rest while the session cannot be recorded (R11.7).
 * R11.64 What goes past that is not the content of a file in the log is bounded for the session: no program makes a hidden channel of it.
 * R11.69 What a program at the target sends costs the same for each byte, whatever it agreed on before.
 *
 * <p>Out of scope: a person who wraps files into text that looks like none of these.
 */
package gatehouse.session.control.inline;
