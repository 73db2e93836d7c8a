/**
 * Connection tokens: short-lived rights to open one connection.
 *
 * <p>R11.40 Only the hash of a token's value is kept; the value is shown once. R11.41 A single-use token works once, also when two use
 * it at the same time. R11.42 A token is not a permission: policy is asked again when it is used. R11.43 Unknown, used, expired and
 * somebody else's tokens are refused with the same words. R11.44 A token ends with the sign-in that issued it when somebody ends
 * that, with its person's password, and with its person; the connections that it opened are hung up on then, also when nothing runs
 * on them. R11.45 One that works for a day wants a fresh proof. R11.46 Nothing new is opened by an expired token, on no connection;
 * what runs goes on.
 */
package gatehouse.session.control.token;
