package gatehouse.web.session;

import gatehouse.connector.spi.files.FileEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of a directory.
 *
 * @param name printable; goes back as it is
 * @param kind file, directory, link, other
 * @param permissions octal, for example {@code 0644}
 */
public record FileView(String name, String kind, long size, String permissions, Optional<Instant> modifiedAt) {
    /**
     * @param path absolute; where the account starts when none was given
     * @param replacesWhole whether an upload leaves a file that it replaces until it is complete; otherwise the file is emptied first
     */
    public record Listing(String path, boolean replacesWhole, List<FileView> entries) {}

    static FileView from(FileEntry entry) {
        return new FileView(
                entry.name().text(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.size(),
                "%04o".formatted(entry.permissions()),
                entry.modified());
    }
}
