package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.session.control.switching.AccountSwitch;
import java.util.List;

/**
 * How to sign in at a machine.
 *
 * @param switches from one account to the next after that; usually none
 */
record Login(String user, List<Credential> credentials, List<AccountSwitch> switches) {}
