package gatehouse.session.control;

import gatehouse.session.entity.ServerIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the inbound servers of this node have said about themselves when they started. */
@ApplicationScoped
public class ServerIdentities {
    private final Map<String, ServerIdentity> byName = new ConcurrentHashMap<>();

    public void tell(ServerIdentity identity) {
        byName.put(identity.name(), identity);
    }

    /** By name. */
    public List<ServerIdentity> list() {
        return byName.values().stream()
                .sorted(Comparator.comparing(ServerIdentity::name))
                .toList();
    }
}
