/**
 * Invitations to running sessions.
 *
 * <p>R11.40 An invitation is for people who are named, to look or to type, until a time that the settings bound; its link works once
 * for each of them, after they have signed in, and is kept as a hash. R11.41 A session's own person may invite while the decision
 * that let them in gives {@code SHARE}; somebody else needs the right, and may only let people look. R11.42 A guest goes at once when
 * the invitation is taken back or over, when the right to share ends, and when their account is disabled. R11.43 Coming, going and
 * taking back are told to everybody at the session, marked in the recording and audited.
 */
package gatehouse.session.control.share;
