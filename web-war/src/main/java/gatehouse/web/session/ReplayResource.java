package gatehouse.web.session;

import gatehouse.kernel.Caller;
import gatehouse.kernel.KernelProblem;
import gatehouse.session.boundary.Recordings;
import gatehouse.session.boundary.Replay;
import gatehouse.session.boundary.Sessions;
import gatehouse.session.entity.RecordingCheck;
import gatehouse.session.entity.ReplayHit;
import gatehouse.session.entity.ReplayOutline;
import gatehouse.session.entity.SessionId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Needs;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Recordings: whole, or in parts for a player that starts at once and jumps. Views, downloads and checks are audited. */
@Needs("session.recording.view")
@Path("/terminal/sessions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {
    private static final String ASCIICAST = "application/x-asciicast";
    private static final double MICROS = 1_000_000;

    @Inject
    private Recordings recordings;

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentCaller caller;

    /** Seconds since the start. */
    public record SilenceView(double from, double until) {}

    /**
     * @param seconds how long it is
     * @param parts second at which each part begins
     * @param silences when nothing happens
     */
    public record OutlineView(
            int width,
            int height,
            Instant start,
            String title,
            double seconds,
            List<Double> parts,
            List<SilenceView> silences) {
        static OutlineView from(ReplayOutline outline) {
            return new OutlineView(
                    outline.columns(),
                    outline.rows(),
                    outline.start(),
                    outline.title(),
                    outline.micros() / MICROS,
                    outline.parts().stream().map(micros -> micros / MICROS).toList(),
                    outline.silences().stream()
                            .map(gap -> new SilenceView(gap.from() / MICROS, gap.until() / MICROS))
                            .toList());
        }
    }

    /** A line that was shown, or a marker. */
    public record HitView(double seconds, String text) {
        static HitView from(ReplayHit hit) {
            return new HitView(hit.micros() / MICROS, hit.text());
        }
    }

    /**
     * @param whole nothing is wrong and the audit log agrees
     * @param chain its chunks are all there and in their order
     * @param readable every chunk decrypts
     * @param sealed it ends as the audit log was told
     * @param hash the chain's last hash
     */
    public record CheckView(
            boolean whole,
            boolean chain,
            boolean readable,
            boolean sealed,
            long chunks,
            long bytes,
            String hash,
            String fault) {
        static CheckView from(RecordingCheck check) {
            return new CheckView(
                    check.isWhole(),
                    check.chain(),
                    check.readable(),
                    check.sealed(),
                    check.chunks(),
                    check.bytes(),
                    check.hash(),
                    check.fault());
        }
    }

    /** The recording as asciicast v2, decrypted and verified while it is sent. */
    @GET
    @Produces(ASCIICAST)
    @APIResponseSchema(InputStream.class)
    public Response whole(@PathParam("id") String id) {
        return lines(recordings.download(caller.get(), SessionId.parse(id)), Replay::writeTo)
                .header("Content-Disposition", "attachment; filename=\"" + SessionId.parse(id) + ".cast\"")
                .build();
    }

    /** The same with the session's facts and a list of checksums, as a ZIP file that can be checked far away ({@code sha256sum -c}). */
    @GET
    @Path("/package")
    @Produces("application/zip")
    @APIResponseSchema(InputStream.class)
    public Response bundle(@PathParam("id") String id) {
        Caller who = caller.get();
        SessionId session = SessionId.parse(id);
        ReplayBundle bundle = new ReplayBundle(sessions.require(who, session));
        return lines(recordings.download(who, session), bundle::writeTo)
                .header("Content-Disposition", "attachment; filename=\"" + session + ".zip\"")
                .build();
    }

    @GET
    @Path("/outline")
    public OutlineView outline(@PathParam("id") String id) {
        return OutlineView.from(asked(id, Replay::outline));
    }

    /**
     * Lines of asciicast v2 without the header.
     *
     * @param screen begin with what the screen shows there, as one event
     */
    @GET
    @Path("/parts/{number}")
    @Produces(ASCIICAST)
    @APIResponseSchema(InputStream.class)
    public Response part(
            @PathParam("id") String id, @PathParam("number") int number, @QueryParam("screen") boolean screen) {
        Replay replay = recordings.open(caller.get(), SessionId.parse(id));
        return lines(replay, (source, target) -> source.writePart(number, screen, target))
                .build();
    }

    /** Up to 500 lines that contain {@code text}, whatever the case. */
    @GET
    @Path("/search")
    public List<HitView> search(@PathParam("id") String id, @QueryParam("text") String text) {
        if (text == null || text.isBlank()) {
            throw KernelProblem.VALUE_INVALID.problem("say in text what to look for");
        }
        return asked(id, replay -> replay.search(text)).stream()
                .map(HitView::from)
                .toList();
    }

    @GET
    @Path("/markers")
    public List<HitView> markers(@PathParam("id") String id) {
        return asked(id, Replay::markers).stream().map(HitView::from).toList();
    }

    /** Reads the whole recording and checks its hashes against the audit log. */
    @POST
    @Path("/verify")
    public CheckView verify(@PathParam("id") String id) {
        return CheckView.from(recordings.verify(caller.get(), SessionId.parse(id)));
    }

    private interface Question<T> {
        T of(Replay replay) throws IOException;
    }

    private interface Writing {
        void write(Replay replay, OutputStream target) throws IOException;
    }

    private <T> T asked(String id, Question<T> question) {
        try (Replay replay = recordings.open(caller.get(), SessionId.parse(id))) {
            return question.of(replay);
        } catch (IOException e) {
            throw KernelProblem.VALUE_INVALID.problem("the recording cannot be read at the moment", e);
        }
    }

    private static Response.ResponseBuilder lines(Replay source, Writing writing) {
        StreamingOutput body = target -> {
            try (source) {
                writing.write(source, target);
            }
        };
        return Response.ok(body).header("Cache-Control", "no-store");
    }
}
