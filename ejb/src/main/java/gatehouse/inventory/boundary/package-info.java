/** The way into the inventory: transactions, rights, audit. */
package gatehouse.inventory.boundary;
