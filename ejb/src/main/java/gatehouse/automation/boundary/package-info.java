/** The way into automation. */
package gatehouse.automation.boundary;
