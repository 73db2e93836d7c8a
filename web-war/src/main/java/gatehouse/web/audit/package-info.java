/** The audit log. */
package gatehouse.web.audit;
