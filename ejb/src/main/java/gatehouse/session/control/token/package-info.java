/**
 * Connection tokens: short-lived rights to open one connection.
 *
 * <p>R11.40 Only the hash of a token's value is kept; the value is shown once. R11.41 A single-use token works once, also when two use
 * it at the same time. R11.42 A token is not a permission: policy is asked again when it is used. R11.43 Unknown, used, expired and
 * somebody else's tokens are refused with the same words.
 */
package gatehouse.session.control.token;
