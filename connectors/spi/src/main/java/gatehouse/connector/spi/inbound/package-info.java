/**
 * How inbound connectors bring people in: the resource adapter calls {@link gatehouse.connector.spi.inbound.InboundListener}, which
 * a message-driven bean of the session context implements. Everything that may wait answers with a {@code CompletionStage}.
 */
package gatehouse.connector.spi.inbound;
