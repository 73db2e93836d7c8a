/** How automation does its work. */
package gatehouse.automation.control;
