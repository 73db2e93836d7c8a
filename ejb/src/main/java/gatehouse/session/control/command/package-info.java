/**
 * What was done in an interactive shell, read from the emulated screen: commands with their output's beginning.
 *
 * <p>One {@link gatehouse.session.control.command.ShellObserver} for each session with a pseudo terminal: the session pushes
 * what it shows and its stage what is typed into it, and they go on; it thinks elsewhere and tells a {@link
 * gatehouse.session.control.command.ShellListener}.
 *
 * <p>R1.1 It never slows a session: pushing copies into a bounded buffer; when the observer is behind, the middle of a flood is left
 * out, and the screen that is painted then is still the terminal's. R1.2 What the screen never showed, as a password, is never part of a command. R1.3 A command's text is what the screen shows between prompt and Enter: history,
 * completion and editing keys are seen as they ended; what is typed before the prompt is there is the command as it was typed, without
 * the prompt that comes behind it.
 * R1.4 While a full-screen program runs nothing is detected, but tmux and screen are looked into. R1.5 The same bytes give the same
 * commands, however they are cut. R1.6 A shell without a terminal shows no screen: each line that it reads is a command,
 * and what is not listed is counted. R1.7 Each session has a share of what waits to be written; what finds no place is counted in one
 * line.
 *
 * <p>Out of scope: enforcing. A determined person can hide from a screen; denying is for exec and file transfers.
 */
package gatehouse.session.control.command;
