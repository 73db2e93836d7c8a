/**
 * Becoming another account once a terminal is open ({@code su}, {@code sudo}, {@code enable}), for every protocol of the terminal
 * shape alike: a conversation at the target's end of the chain, before the person's first key is passed on.
 *
 * <p>R11.60 The password goes to the target only, below every stage: it is neither shown nor recorded, also where the target echoes
 * it. R11.61 Nothing reaches the person before the switch is done; a failed one ends the session and says what the target said.
 * R11.62 On Unix the switch replaces the first account's shell, so that leaving the second one does not leave the person in the
 * first. R11.63 Only shells with a terminal switch; commands and files of such an account are refused, for there is no safe way to
 * hand a password to {@code sudo} beside their data.
 */
package gatehouse.session.control.switching;
