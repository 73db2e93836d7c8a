/**
 * Signing in, whole: the same for web, SSH and whatever comes.
 *
 * <p>Operations: lead a conversation from a name to a sign-in; resolve a sign-in to its caller; list and end sign-ins.
 *
 * <p>R10.1 Factors belong to one conversation and one person; they never mix. R10.2 Every refusal uses the same words and the same
 * work, whether the name is known or not. R10.3 Failures bar the pair of account and address; an account alone is only slowed, so
 * that nobody can lock the administrator out. R10.4 A sign-in ends by sign-out, idleness, its longest duration, or with its user.
 *
 * <p>INVARIANT: a {@link gatehouse.kernel.Caller} for a person is made here and nowhere else.
 */
package gatehouse.access;
