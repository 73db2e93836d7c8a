/** The way into the vault: transactions, rights, audit. */
package gatehouse.vault.boundary;
