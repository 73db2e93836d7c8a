/**
 * What an exec or a shell without a terminal is, read from its words and its streams.
 *
 * <p>R11.50 A file server is recognised only in the forms that its clients send; a command line that a shell would expand or chain is
 * never taken for one. R11.51 Where the words leave the direction open, both directions and removing are needed. R11.52 Of input that
 * is text each line is told once; the answer to a question for a password only by its length, also where the question comes a moment
 * behind what follows the answer; only a few answers are, whatever the program. R11.53 A program that carries files
 * is one for the recording only under the name of an installed program and while both ends begin as its protocol does; everything else
 * is kept like any exec.
 */
package gatehouse.session.control.exec;
