/** Signing in and out, set-up and reset, sign-ins. */
package gatehouse.web.access;
