package gatehouse.web.session;

import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.KernelProblem;
import gatehouse.session.boundary.FileConnections;
import gatehouse.session.entity.FileConnectionId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Idempotent;
import gatehouse.web.Streamed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Files of a target in the browser. A connection is opened first and belongs to the sign-in; paths are printable text. */
@Path("/terminal/file-connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FileConnectionsResource {
    private static final Pattern MARK = Pattern.compile("[a-z0-9]{16,40}");

    @Inject
    private FileConnections connections;

    @Inject
    private CurrentCaller caller;

    /**
     * @param asset id
     * @param account its name
     */
    public record NewFileConnection(String asset, String account) {}

    public record FileConnectionView(UUID id) {}

    public record NewDirectory(String path) {}

    /** {@code to} must not exist. */
    public record NewName(String from, String to) {}

    public record Uploaded(long bytes) {}

    @POST
    @APIResponseSchema(value = FileConnectionView.class, responseCode = "201")
    public Response open(NewFileConnection body) {
        FileConnectionId id =
                Handover.await(connections.open(caller.get(), AssetId.parse(body.asset()), body.account()));
        return Response.created(URI.create(id + "/"))
                .entity(new FileConnectionView(id.value()))
                .build();
    }

    @DELETE
    @Path("/{id}/")
    public void close(@PathParam("id") String id) {
        connections.close(caller.get(), FileConnectionId.parse(id));
    }

    @GET
    @Path("/{id}/entries/")
    public FileView.Listing list(@PathParam("id") String id, @QueryParam("path") @DefaultValue(".") String path) {
        Files files = files(id);
        FilePath directory = Handover.await(files.resolve(FilePath.parse(path.isEmpty() ? "." : path)));
        return new FileView.Listing(
                directory.text(),
                Handover.await(files.replacesWhole()),
                Handover.await(files.list(directory)).stream()
                        .map(FileView::from)
                        .toList());
    }

    /** @param upload instead of the file, what has arrived of the upload with this mark that takes its place; its name is a path */
    @GET
    @Path("/{id}/stat/")
    public FileView stat(
            @PathParam("id") String id, @QueryParam("path") String path, @QueryParam("upload") String upload) {
        Files files = files(id);
        FilePath file = path(path);
        return FileView.from(Handover.await(
                mark(upload).map(mark -> files.statReplacement(file, mark)).orElseGet(() -> files.stat(file))));
    }

    /** Removes a file, a link or, with everything in it, a directory. */
    @DELETE
    @Path("/{id}/entries/")
    public void remove(@PathParam("id") String id, @QueryParam("path") String path) {
        files(id); // whose it is comes before what is wrong with the path
        Handover.await(connections.removeTree(caller.get(), FileConnectionId.parse(id), path(path)));
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Path("/{id}/directories/")
    public void makeDirectory(@PathParam("id") String id, NewDirectory body) {
        Handover.await(files(id).makeDirectory(FilePath.parse(body.path())));
    }

    @POST
    @Path("/{id}/rename/")
    public void rename(@PathParam("id") String id, NewName body) {
        Handover.await(files(id).rename(FilePath.parse(body.from()), FilePath.parse(body.to())));
    }

    /** One range is served, so that an interrupted download can go on. Never shown in the page, always saved. */
    @GET
    @Path("/{id}/content/")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @APIResponseSchema(InputStream.class)
    public Response download(
            @PathParam("id") String id, @QueryParam("path") String path, @HeaderParam("Range") String range) {
        Files files = files(id);
        FilePath file = path(path);
        FileEntry entry = Handover.await(files.stat(file));
        ByteRange wanted = ByteRange.parse(range, entry.size());
        StreamingOutput body = to -> Handover.download(files, file, wanted.from(), wanted.length(), to);
        return Response.status(wanted.partial() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
                .entity(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encodedName(path))
                .header("Accept-Ranges", "bytes")
                .header("Content-Range", wanted.partial() ? wanted.header(entry.size()) : null)
                .build();
    }

    /**
     * From position 0, a file that is there stays as it was until the new one is complete, and is then replaced in one step; where the
     * target cannot do that, it is emptied first.
     *
     * @param position where the first byte goes: 0 makes the file anew, anything else goes on with what is there
     * @param upload to go on with an upload that takes a file's place: 16 to 40 lower-case letters and digits, made up for it and the
     *     same in each request
     */
    @PUT
    @Path("/{id}/content/")
    @Consumes(MediaType.WILDCARD)
    @Streamed
    public Uploaded upload(
            @PathParam("id") String id,
            @QueryParam("path") String path,
            @QueryParam("position") @DefaultValue("0") long position,
            @QueryParam("upload") String upload,
            InputStream body) {
        Files files = files(id);
        FilePath file = path(path);
        Optional<String> mark = mark(upload).or(() -> position == 0 ? Optional.of(newMark()) : Optional.empty());
        return new Uploaded(Handover.upload(
                mark.map(given -> files.replace(file, given, position)).orElseGet(() -> files.write(file, position)),
                body));
    }

    private static String newMark() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Nobody else at the target may guess it.
     *
     * @param given null when the parameter is absent
     */
    private static Optional<String> mark(String given) {
        return Given.parameter(given, mark -> {
            if (!MARK.matcher(mark).matches()) {
                throw KernelProblem.VALUE_INVALID.problem("upload is 16 to 40 lower-case letters and digits");
            }
            return mark;
        });
    }

    private Files files(String id) {
        return connections.require(caller.get(), FileConnectionId.parse(id));
    }

    /** @param given null when the parameter is absent */
    private static FilePath path(String given) {
        return Given.parameter(given, FilePath::parse)
                .orElseThrow(() -> KernelProblem.VALUE_INVALID.problem("say in path which file is meant"));
    }

    private static String encodedName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
