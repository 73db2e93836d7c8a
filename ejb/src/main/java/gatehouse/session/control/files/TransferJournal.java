package gatehouse.session.control.files;

import gatehouse.session.entity.Transfer;

/** Where lines of the transfer log go. Both methods return at once. */
interface TransferJournal {
    /** False while so many lines wait that the database must be in trouble (R11.32). */
    boolean hasRoom();

    void write(Transfer line);
}
