package gatehouse.session.boundary;

import gatehouse.access.boundary.SignIn;
import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.session.control.ServerIdentities;
import gatehouse.session.entity.ServerIdentity;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Receives people from the server of a connector; the deployment descriptor says of which one. Nothing here waits: conversations run
 * on virtual threads.
 */
@MessageDriven(messageListenerInterface = InboundListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FrontDoor implements InboundListener {
    @Resource
    private ContextService contexts;

    /** What the connector's server speaks: its keys are its own. */
    @Resource(name = "protocol")
    private String protocol;

    @Inject
    private Reception reception;

    @Inject
    private SignIn signIn;

    @Inject
    private ServerKeys serverKeys;

    @Inject
    private ServerIdentities identities;

    @Override
    public InboundSignIn signIn(InboundOrigin origin, String loginName) {
        return new PersonSignIn(signIn, reception, new Work("sign-in", contexts), origin, loginName);
    }

    @Override
    public Secret serverKey(String name, Supplier<Secret> generator) {
        return serverKeys.require(protocol + "/" + name, generator);
    }

    @Override
    public void serverIdentity(String name, String line) {
        identities.tell(new ServerIdentity(name, line));
    }
}
