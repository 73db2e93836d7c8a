package gatehouse.connector.spi.inbound;

/** JCA message listener of inbound connectors. Its methods return at once; the objects they give do the waiting elsewhere. */
public interface InboundListener {
    /**
     * Somebody connected and said a name. One conversation belongs to one connection: factors never mix.
     *
     * @param loginName exactly as sent, for example {@code alice@root@web-1}
     */
    InboundSignIn signIn(InboundOrigin origin, String loginName);
}
