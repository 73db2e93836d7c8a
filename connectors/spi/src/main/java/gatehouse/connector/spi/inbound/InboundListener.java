package gatehouse.connector.spi.inbound;

import gatehouse.kernel.Secret;
import java.util.function.Supplier;

/** JCA message listener of inbound connectors. Its methods return at once; the objects they give do the waiting elsewhere. */
public interface InboundListener {
    /**
     * Somebody connected and said a name. One conversation belongs to one connection: factors never mix.
     *
     * @param loginName exactly as sent, for example {@code alice@root@web-1}
     */
    InboundSignIn signIn(InboundOrigin origin, String loginName);

    /**
     * The private key that a server of this kind proves itself with. Generated once, kept sealed, the same on every node of a cluster:
     * when two nodes generate at once, one key wins and both get it. The exception to the rule above: it may block and is called on a
     * thread that may wait, before the first connection is accepted.
     *
     * @param name which key, for example {@code ssh-ed25519}; up to 64 characters of {@code [a-z0-9-]}
     * @param generator gives a new key as PKCS#8 PEM; the implementer wipes what it does not return
     * @return the key as PKCS#8 PEM, the caller wipes it
     */
    Secret serverKey(String name, Supplier<Secret> generator);

    /**
     * Told once at start, so that people can be shown what to expect.
     *
     * @param name which key, as for {@link #serverKey}; also of a certification authority, see the connector
     * @param line the public key as clients write it down, for example {@code ssh-ed25519 AAAA…}
     */
    default void serverIdentity(String name, String line) {}
}
