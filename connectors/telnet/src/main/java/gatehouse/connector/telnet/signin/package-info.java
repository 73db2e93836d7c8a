/** Signing in where a protocol has no sign-in of its own: by the prompts that a terminal shows. */
package gatehouse.connector.telnet.signin;
