package gatehouse.web.session;

import gatehouse.session.boundary.OwnHostKeys;
import gatehouse.session.entity.ServerIdentity;
import gatehouse.web.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** How SSH clients recognise Gatehouse, and the assets that it stands for when somebody jumps through it. */
@Path("/terminal/ssh-host-keys")
@Produces(MediaType.APPLICATION_JSON)
public class SshHostKeysResource {
    @Inject
    private OwnHostKeys keys;

    @Inject
    private CurrentCaller caller;

    /**
     * @param fingerprint as {@code ssh-keygen -l} shows it
     * @param publicKey type and key, as in a known_hosts file
     */
    public record SshKeyView(String type, String fingerprint, String publicKey) {
        static SshKeyView from(ServerIdentity identity) {
            return new SshKeyView(identity.type(), identity.fingerprint(), identity.line());
        }
    }

    /**
     * @param keys of Gatehouse's own SSH server
     * @param authority signs the host keys of assets reached by {@code ssh -J}; absent while the SSH server has not started
     * @param authorityLine the one line for known_hosts that trusts them all
     */
    public record SshHostKeysView(
            List<SshKeyView> keys, Optional<SshKeyView> authority, Optional<String> authorityLine) {}

    @GET
    public SshHostKeysView view() {
        List<ServerIdentity> all = keys.list(caller.get());
        Optional<ServerIdentity> authority =
                all.stream().filter(ServerIdentity::isAuthority).findFirst();
        return new SshHostKeysView(
                all.stream()
                        .filter(identity -> !identity.isAuthority())
                        .map(SshKeyView::from)
                        .toList(),
                authority.map(SshKeyView::from),
                authority.map(ServerIdentity::authorityLine));
    }
}
