/**
 * Tests that run inside the server, in a small application of their own beside the real EAR: they call its boundaries and look at what
 * the container made of it. {@link gatehouse.verify.inside.Beside} builds that application.
 */
package gatehouse.verify.inside;
