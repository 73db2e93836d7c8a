/** REST, WebSockets and the browser applications: translates, never decides. */
package gatehouse.web;
