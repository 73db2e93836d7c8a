package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.AccountSwitch;
import gatehouse.connector.spi.outbound.Credential;
import java.util.List;
import java.util.Optional;

/**
 * How to sign in at a machine.
 *
 * @param accountSwitch present when another account is become after that
 */
record Login(String user, List<Credential> credentials, Optional<AccountSwitch> accountSwitch) {}
