package gatehouse.web.session;

import gatehouse.session.boundary.Recordings;
import gatehouse.session.entity.RecordingRoom;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Needs;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The room that recordings have. */
@Needs("session.session.view")
@Path("/terminal/storage")
@Produces(MediaType.APPLICATION_JSON)
public class StorageResource {
    @Inject
    private Recordings recordings;

    @Inject
    private CurrentCaller caller;

    /**
     * @param leastFreeBytes with less than this no session begins
     * @param trouble why nothing can be recorded
     */
    public record StorageView(long freeBytes, long leastFreeBytes, Optional<String> trouble) {}

    @GET
    public StorageView get() {
        RecordingRoom room = recordings.room(caller.get());
        return new StorageView(room.freeBytes(), room.leastFreeBytes(), room.trouble());
    }
}
