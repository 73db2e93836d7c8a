/**
 * Signing in, whole: the same for web, SSH and whatever comes.
 *
 * <p>Operations: lead a conversation from a name to a sign-in; resolve a sign-in to its caller; list and end sign-ins; see and lift bars.
 *
 * <p>R10.1 Factors belong to one conversation and one person; they never mix. R10.2 Every refusal uses the same words and the same
 * work, whether the name is known or not; what else stands in the way is told only to whoever gave all factors, and of barred codes
 * (R10.8) to whoever gave the first. R10.3 Failures bar the pair of account and address, also when guesses come at the same time,
 * and whoever is barred is told so, known or not; a wrong password that one conversation sends again is no further failure and costs
 * no further hash; an account alone is only slowed, so that nobody can lock the administrator out. R10.4 A sign-in ends by sign-out,
 * idleness, its longest duration, or with its user. R10.5 A fresh proof belongs to the sign-in it was given in. R10.6 Signing in
 * with a browser, or giving all factors once more, is a fresh proof for some minutes; wrong ones count as failures. R10.7 What a
 * sign-in opened ends with it, at once, when somebody ends it; its age and idleness end nothing that runs. R10.8 Wrong one-time
 * codes that follow a right first factor are counted for the person, from wherever they come: twenty within a day bar the person's
 * codes until the day is over, the password is changed or the second factor removed. Without the first factor nobody brings that
 * about. R10.9 What was proved counts no longer than the password stays the same. R10.10 Administrators see from where a user is
 * barred and lift it, with a fresh proof, for those who hold no more than they do; the account stays slowed and the address counted. R10.11 A
 * request with a key acts once: while it acts, and for a day after it succeeded, the same caller's same key stands for that request and no
 * other. Nothing is kept of one that failed, so that it may be sent again; nothing outlives the server's process.
 *
 * <p>INVARIANT: a {@link gatehouse.kernel.Caller} for a person is made here and nowhere else.
 */
package gatehouse.access;
