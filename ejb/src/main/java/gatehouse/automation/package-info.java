/**
 * What Gatehouse does by itself: work that runs because of the time or because its operator asked, not because a person waits for it.
 *
 * <p>Operations: back up the embedded database while it is in use.
 *
 * <p>R13.1 A backup is one consistent state of the database. R13.2 What stands under a backup's name is whole: it is written under
 * another name first.
 *
 * <p>Out of scope: recordings and certificates ({@code ./gatehouse backup} copies them), PostgreSQL (its own tools).
 */
package gatehouse.automation;
