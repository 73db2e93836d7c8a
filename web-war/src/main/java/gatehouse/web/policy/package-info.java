/** REST of policy: {@code /api/v1/perms/…}. */
package gatehouse.web.policy;
