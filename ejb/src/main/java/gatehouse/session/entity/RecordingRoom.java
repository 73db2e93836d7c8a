package gatehouse.session.entity;

import java.util.Optional;

/**
 * Where recordings go, at this moment.
 *
 * @param leastFreeBytes with less than this no session begins
 * @param trouble why nothing can be recorded
 */
public record RecordingRoom(long freeBytes, long leastFreeBytes, Optional<String> trouble) {}
