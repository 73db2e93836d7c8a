/**
 * REST, WebSockets and the browser applications: translates, never decides.
 *
 * <p>R12.1 Every request has a caller, but those that {@link gatehouse.web.WithoutSignIn} marks. R12.2 A request that changes
 * something and is proved by a cookie carries the CSRF token too; a socket comes from our own origin. R12.3 A failure is an RFC 9457
 * problem; what is unknown becomes {@code BUG} without its message and is logged once. R12.4 No secret is in a URL.
 * R12.5 A body that is read into memory has at most 256 KiB (1 MiB where {@link gatehouse.web.LongBody} says so, 16 KiB of whoever is not
 * signed in); only the content of files has any size. R12.6 Whoever lacks the right of a route ({@link gatehouse.web.Needs}) is refused
 * before anything that they sent is read. R12.7 At most 32 requests of one person, and 64 of whoever is not signed in, are worked on at a
 * time. Of whoever is not signed in 32 come from one network at most (an IPv4 address, an IPv6 /64), 64 from an IPv6 /56, 128 from a
 * /48, and none takes a thread before its body is whole, for which it has ten seconds. Where 1,024 are coming, the oldest of the network
 * that holds most is ended for a newcomer. R12.8 A POST that makes something ({@link gatehouse.web.Idempotent}) and carries
 * an {@code Idempotency-Key} acts once; a secret that is shown once is kept for nobody ({@link gatehouse.web.ShownOnce}).
 *
 * <p>INVARIANT: no resource reads who is signed in from anywhere but {@link gatehouse.web.CurrentCaller}, and it passes it on.
 */
package gatehouse.web;
