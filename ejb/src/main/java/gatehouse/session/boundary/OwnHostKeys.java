package gatehouse.session.boundary;

import gatehouse.kernel.Caller;
import gatehouse.session.control.ServerIdentities;
import gatehouse.session.entity.ServerIdentity;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** How people recognise the servers of Gatehouse. Public to everybody who is signed in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OwnHostKeys {
    @Inject
    private ServerIdentities identities;

    /** Host keys and the authority, by name; empty while the server has not started. The keys are the same for every caller. */
    public List<ServerIdentity> list(Caller caller) {
        return identities.list();
    }
}
