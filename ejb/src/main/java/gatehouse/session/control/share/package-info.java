/**
 * Invitations to running sessions.
 *
 * <p>R11.40 An invitation is for people who are named, to look or to type, until a time that the settings bound; its link works once
 * for each of them, after they have signed in, and is kept as a hash; whoever used it comes back without it, as often as they like,
 * until the invitation is over or they are taken off its list. R11.41 A session's own person may invite while the decision
 * that let them in gives {@code SHARE}; somebody else needs the right, and may only let people look. R11.42 A guest goes at once when
 * the invitation is taken back or over, when the right to share of whoever invited them ends, and when their account is disabled; then
 * the invitation is over, too. R11.43 Coming, going and
 * taking back are told to everybody at the session, marked in the recording and audited. R11.44 Whoever may share a session finds
 * people by their whole name or by three letters with which it begins, a few at a time: nobody reads a list of all users.
 */
package gatehouse.session.control.share;
