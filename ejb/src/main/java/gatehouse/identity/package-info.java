/**
 * Who people are and how they prove it.
 *
 * <p>Operations: keep users, groups and roles; verify passwords, one-time codes, SSH keys and bearer tokens; let in the first
 * administrator.
 *
 * <p>R4.1 Somebody unknown costs as much time and memory as somebody known. R4.2 A one-time code is accepted once. R4.3 Passwords are
 * kept as Argon2id; tokens and links as SHA-256 of 256 random bits; both are shown once or never. R4.4 There is always an active
 * system administrator: the last one can neither be removed, disabled nor demoted. R4.5 Nobody grants rights that they do not hold
 * themselves. R4.6 Whoever changes what proves a person (password, second factor, keys, tokens), their own or somebody else's, or gives
 * somebody a first one, or grants a role with rights over others, or joins or leaves a group, or changes their own name or end, has
 * proved within minutes who they are. R4.7 A password that somebody else resets, and disabling a
 * user, take their bearer tokens away. R4.8 Whoever signed in with a password that somebody else gave changes nothing that would outlast
 * it, neither keys nor the second factor, until they chose another.
 *
 * <p>Out of scope: deciding whether a sign-in is allowed, throttling, what a sign-in is (access).
 */
package gatehouse.identity;
