/**
 * Requests that somebody approves. Empty until approvals are built; a decision that needs one is {@code Review}.
 *
 * <p>Out of scope: deciding (policy) and acting on the outcome (access, session).
 */
package gatehouse.ticket;
