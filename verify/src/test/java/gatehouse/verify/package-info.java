/**
 * The whole product seen from outside: it is started as a person starts it, reached by real clients, and reaches real servers.
 *
 * <p>R1.1 One Gatehouse serves every test of a run ({@link gatehouse.verify.RunningGatehouse}), so tests name their own assets,
 * users and permissions. R1.2 Every program that a test starts has a time limit. R1.3 No peer runs as root.
 */
package gatehouse.verify;
