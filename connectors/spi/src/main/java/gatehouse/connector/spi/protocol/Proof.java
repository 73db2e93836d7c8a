package gatehouse.connector.spi.protocol;

/** What an account may be kept as; see {@link gatehouse.connector.spi.outbound.Credential}. */
public enum Proof {
    PASSWORD,
    PRIVATE_KEY
}
