/** REST of the inventory: {@code /api/v1/assets/…}. */
package gatehouse.web.inventory;
