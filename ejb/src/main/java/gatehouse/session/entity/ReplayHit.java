package gatehouse.session.entity;

/** Where something stands in a recording: a line that was shown, or a marker. Microseconds since the start. */
public record ReplayHit(long micros, String text) {}
