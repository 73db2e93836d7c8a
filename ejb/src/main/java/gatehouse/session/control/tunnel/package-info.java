/**
 * Connections that people have forwarded through an asset.
 *
 * <p>R11.65 Each forwarded connection is a decision of its own, about its own destination. R11.66 Its bytes are counted in both
 * directions and not looked at; what it carried is written down when it is over. R11.67 It ends with its session, and carries nothing
 * once the permission that allowed it has ended or while the session is locked.
 */
package gatehouse.session.control.tunnel;
