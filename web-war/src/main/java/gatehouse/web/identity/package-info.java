/** Users, groups, roles, and what everybody may see and change about themselves. */
package gatehouse.web.identity;
