/**
 * Opening a session: who may, where to, by which way, with which secret.
 *
 * <p>R11.30 Nothing is opened without an {@code Allow} of policy for exactly this account, protocol and caller. R11.31 A secret is
 * held from the moment it leaves the vault until the target has accepted it, and no longer. R11.32 Whoever may not reach a
 * destination learns nothing about whether it exists. R11.33 Whoever was disabled, has expired, was signed out or must change their password opens
 * nothing, whatever they still hold open. R11.34 Whatever a running session stands on (permission, asset, account, places, groups, its
 * person and their sign-in) is asked again when it changes; a session ends with it, at the latest when its person expires.
 */
package gatehouse.session.control.opening;
