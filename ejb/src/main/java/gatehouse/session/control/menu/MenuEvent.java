package gatehouse.session.control.menu;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;

/** What reaches the menu's thread from outside. */
sealed interface MenuEvent {
    /** @param done completed once the keys were looked at: the back-pressure of whoever types */
    @SuppressWarnings("ArrayRecordComponent") // never compared, handed on as it is
    record Keys(byte[] bytes, Completion done) implements MenuEvent {}

    record Resized(WindowSize size) implements MenuEvent {}

    record Interrupted() implements MenuEvent {}

    record InputEnded() implements MenuEvent {}

    record Gone() implements MenuEvent {}

    /** The server is about to stop. */
    record Stopping() implements MenuEvent {}

    record Opened(TerminalInput session, SessionOutput output) implements MenuEvent {}

    record NotOpened(Throwable cause, SessionOutput output) implements MenuEvent {}

    record SessionEnded() implements MenuEvent {}
}
