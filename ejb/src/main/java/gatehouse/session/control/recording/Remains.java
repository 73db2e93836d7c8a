package gatehouse.session.control.recording;

import java.time.Duration;

/**
 * What a crash left of a recording, closed by now.
 *
 * @param lasted from its start to the last moment that it holds
 */
public record Remains(Recorder.Seal seal, Duration lasted) {}
