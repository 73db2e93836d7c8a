/**
 * Logins on assets and their secrets.
 *
 * <p>Operations: {@code Accounts} for administrators (write-only secrets), {@code Secrets} for opening connections.
 *
 * <p>R7.1 A secret leaves only through {@code Secrets}, for one named purpose, and the audit log says so. R7.2 A changed secret is
 * a new version; older versions are kept sealed. R7.3 An account's switch chain ({@code suFrom}) stays on its asset and has no ring.
 * R7.4 Where the stored secrets of an asset are typed changes only with a proof of who asks that is fresh: the account that another
 * one becomes, and the user name of one.
 *
 * <p>INVARIANT: no secret is in a list, a view, a log or a message.
 *
 * <p>Out of scope: rotation (automation), check-out by people.
 */
package gatehouse.vault;
