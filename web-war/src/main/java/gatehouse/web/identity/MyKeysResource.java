package gatehouse.web.identity;

import gatehouse.identity.boundary.SshKeys;
import gatehouse.identity.entity.OpenSshKey;
import gatehouse.identity.entity.SshKey;
import gatehouse.identity.entity.SshKeyId;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The caller's public keys. */
@Path("/users/me/ssh-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MyKeysResource {
    @Inject
    private SshKeys keys;

    @Inject
    private CurrentCaller caller;

    /** @param publicKey a line as in {@code id_ed25519.pub} */
    public record NewSshKey(Optional<String> name, String publicKey) {}

    public record SshKeyView(
            UUID id, String name, String type, String fingerprint, Instant addedAt, Optional<Instant> lastUsedAt) {
        static SshKeyView from(SshKey key) {
            return new SshKeyView(
                    key.id().value(), key.name(), key.type(), key.fingerprint(), key.addedAt(), key.lastUsedAt());
        }
    }

    @GET
    public Page<SshKeyView> list() {
        List<SshKeyView> all =
                keys.list(caller.get()).stream().map(SshKeyView::from).toList();
        return new Page<>(all, all.size());
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    public SshKeyView add(NewSshKey key) {
        OpenSshKey parsed = FieldChecks.about("publicKey", () -> OpenSshKey.parse(key.publicKey()));
        return SshKeyView.from(keys.add(caller.get(), key.name().orElse(""), parsed));
    }

    @DELETE
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        keys.remove(caller.get(), SshKeyId.parse(id));
    }
}
