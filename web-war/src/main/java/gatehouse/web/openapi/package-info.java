/** How the build describes the REST interface. Runs in the build only and is not in the war. */
package gatehouse.web.openapi;
