/** Rows of the inventory and the rules that need several of them. */
package gatehouse.inventory.control;
