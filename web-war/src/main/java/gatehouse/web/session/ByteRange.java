package gatehouse.web.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one range of a file that was asked for (RFC 9110 section 14). Several ranges, and what is not understood, mean the whole.
 *
 * @param length {@link Long#MAX_VALUE} up to the file's end, wherever that is by then
 */
record ByteRange(long from, long length, boolean partial) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");

    static ByteRange parse(String header, long size) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        if (!form.matches() || Long.parseLong(form.group(1)) >= size) {
            return new ByteRange(0, Long.MAX_VALUE, false);
        }
        long from = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(form.group(2)));
        return last < from ? new ByteRange(0, Long.MAX_VALUE, false) : new ByteRange(from, last - from + 1, true);
    }

    String header(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
