package gatehouse.connector.spi.protocol;

import java.util.function.UnaryOperator;

/**
 * A connector's server, as people's clients see it.
 *
 * @param port TCP port on which it listens
 * @param authority name of the {@linkplain gatehouse.connector.spi.inbound.InboundListener#serverIdentity identity} that vouches for
 *     the servers that stand for assets
 * @param trust makes of the authority's public key the line by which a client trusts everything that it signed
 */
public record InboundDescriptor(int port, String authority, UnaryOperator<String> trust) {}
