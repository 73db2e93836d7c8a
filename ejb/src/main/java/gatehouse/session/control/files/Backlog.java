package gatehouse.session.control.files;

import gatehouse.session.entity.Transfer;
import java.util.List;

/** How many lines of the transfer log wait, and how much memory their texts take: a path may have sixteen thousand characters. */
final class Backlog {
    static final int MOST_LINES = 50_000;
    static final long MOST_CHARACTERS = 16L * 1024 * 1024;

    private int lines;
    private long characters;

    synchronized boolean hasRoom() {
        return lines < MOST_LINES && characters < MOST_CHARACTERS;
    }

    synchronized void added(Transfer line) {
        lines++;
        characters += length(line);
    }

    synchronized void written(List<Transfer> batch) {
        lines -= batch.size();
        characters -= batch.stream().mapToInt(Backlog::length).sum();
    }

    private static int length(Transfer line) {
        return line.path().length() + line.secondPath().length() + line.detail().length();
    }
}
