package gatehouse.connector.spi;

/** Size of a terminal in character cells and, where the client says it, in pixels (RFC 4254 section 6.2); 0 is "unknown". */
public record WindowSize(int columns, int rows, int widthPixels, int heightPixels) {
    /** Wild values from clients end here: cells are limited to 0..4096, pixels to 0..65535. */
    public WindowSize {
        columns = Math.clamp(columns, 0, 4096);
        rows = Math.clamp(rows, 0, 4096);
        widthPixels = Math.clamp(widthPixels, 0, 65535);
        heightPixels = Math.clamp(heightPixels, 0, 65535);
    }

    /** As somebody draws it who reads along or later: unknown is 80 × 24, and nothing is smaller than 20 × 5, which shows nothing. */
    public WindowSize readable() {
        return cells(columns == 0 ? 80 : Math.max(columns, 20), rows == 0 ? 24 : Math.max(rows, 5));
    }

    public static WindowSize cells(int columns, int rows) {
        return new WindowSize(columns, rows, 0, 0);
    }
}
