/**
 * Keeps keys, so that nobody else has to.
 *
 * <p>Operations: seal and open values; wrap and unwrap data keys; MAC; sign.
 *
 * <p>R1.1 The master key lives outside the database (file of mode 0600 or environment) and never leaves this context; beside the server, {@code
 * ./gatehouse backup} derives a key of its own from it, for the seal of an archive. R1.2 It wraps
 * key-encryption keys, one for each organisation and month; these wrap a data key for each value; the data key encrypts with
 * AES-256-GCM and its place as associated data. R1.3 A database that was sealed under another master key is found at the start, before
 * anything is written; where the key is missing, no new one is made. R1.5 A value belongs to one place: organisation, purpose and
 * whose it is ({@code SealedFor}). Copied into another row it does not open, and neither does one under the key of another
 * organisation. Values of the first layout, which know their purpose only, open where they are and are sealed anew at the start,
 * beside the work, in small transactions; what a stopped server leaves is done by the next start.
 *
 * <p>INVARIANT: no key in the clear reaches the database, a log or an exception's text.
 *
 * <p>Out of scope: the secrets of accounts (vault), who may read them (policy).
 */
package gatehouse.keyring;
