/** Rows of accounts and their sealed secrets. */
package gatehouse.vault.control;
