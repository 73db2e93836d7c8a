/**
 * The shape "files": what a connector that speaks a file protocol and a session say to each other.
 *
 * <p>A file protocol runs over the byte channel of a terminal (an SSH subsystem). The connector understands its packets, the session
 * decides and keeps the books: {@link gatehouse.connector.spi.files.FileGuard} is asked before anything reaches the target, and its
 * {@link gatehouse.connector.spi.files.FileTrace} hears what became of it.
 *
 * <p>R1.10 An operation that was not asked for, or was denied, never reaches the target. R1.11 A trace is finished exactly once,
 * also when the connection breaks. R1.12 Names are bytes and stay as they are; text is made of them for people only. R1.13 What
 * cannot be understood is refused, not passed on.
 */
package gatehouse.connector.spi.files;
