/**
 * Who may reach what, with which account, by which protocol, to do what, until when, and why.
 *
 * <p>Operations: {@code Decisions} answers, {@code Permissions} keeps the grants. The engine is pure: facts in, one sealed
 * {@code Decision} out.
 *
 * <p>R8.1 A grant is evaluated whole: its actions never borrow another grant's expiry, accounts or protocols. R8.2 An exclusion
 * ({@code !name}) wins over every grant for the same people, asset and protocol, from the moment it begins: what is allowed until
 * then ends then. R8.3 What cannot be evaluated is denied. R8.4 An inactive asset or account is denied whatever the grants say.
 * R8.5 Every answer names its reasons. R8.6 A tunnel goes only where one of the grants that give it says ({@code TunnelRule});
 * actions and destinations of two grants never mix.
 *
 * <p>INVARIANT: every path to an asset asks {@code Decisions.decide}.
 *
 * <p>Out of scope: acting on the answer (session, access).
 */
package gatehouse.policy;
