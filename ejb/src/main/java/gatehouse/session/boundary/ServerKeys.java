package gatehouse.session.boundary;

import gatehouse.kernel.Secret;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.session.control.ServerKeyRows;
import gatehouse.session.entity.ServerKey;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys that inbound servers prove themselves with: generated once, sealed in the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerKeys {
    @Inject
    private ServerKeyRows rows;

    @Inject
    private Keyring keyring;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** See {@code InboundListener.serverKey}. */
    public Secret require(String name, Supplier<Secret> generator) {
        ServerKeys self = context.getBusinessObject(ServerKeys.class);
        Optional<Secret> stored = self.find(name);
        if (stored.isPresent()) {
            return stored.get();
        }
        try (Secret fresh = generator.get()) {
            self.add(name, fresh);
            return fresh.copy();
        } catch (EJBException e) {
            return self.find(name).orElseThrow(() -> e);
        }
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Secret> find(String name) {
        return rows.find(name).map(key -> keyring.unwrap(key.place(), key.sealed()));
    }

    /** Fails when another node was faster. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void add(String name, Secret key) {
        byte[] plain = key.bytes();
        rows.add(new ServerKey(name, keyring.seal(ServerKey.place(name), plain), clock.instant()));
        Arrays.fill(plain, (byte) 0);
    }
}
