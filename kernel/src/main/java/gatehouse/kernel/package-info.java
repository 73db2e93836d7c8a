/**
 * What everybody needs and nobody owns: problems, secrets, ids, callers, pages, virtual-thread work.
 *
 * <p>R0.1 Knows no other Gatehouse package. R0.2 A {@link gatehouse.kernel.Secret} never prints itself. R0.3 A caller is a
 * parameter, never ambient.
 *
 * <p>INVARIANT: nothing here talks to a database, a network or a container.
 */
package gatehouse.kernel;
