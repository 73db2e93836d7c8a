/**
 * Terminals of targets that do not speak UTF-8. People, recordings and everything that looks at a terminal do: the stage nearest to
 * the target translates in both directions, whatever the protocol.
 *
 * <p>R11.65 Only shells with a terminal are translated: a command without one may carry anything. R11.66 Characters that are cut
 * between two pieces are put together again; what cannot be translated becomes a replacement character.
 */
package gatehouse.session.control.charset;
