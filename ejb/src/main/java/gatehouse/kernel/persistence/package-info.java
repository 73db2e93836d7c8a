/**
 * How contexts reach rows: the migrations that make the tables and {@link gatehouse.kernel.persistence.Rows}, through which alone
 * rows of an organisation are read and written.
 *
 * <p>R0.4 No scope, no rows: every query of an organisation's rows binds {@code :organisation}. R0.5 An entity is never attached to
 * another organisation than its own.
 *
 * <p>INVARIANT: the tables exist before Hibernate validates its mapping against them.
 */
package gatehouse.kernel.persistence;
