/**
 * What every connector's outbound half has in common under JCA: the container keeps {@link gatehouse.connector.spi.jca.WirePlace}s in
 * its pool, and a {@link gatehouse.connector.spi.jca.WireHandle} is what the application holds of a wire.
 *
 * <p>R2.2 is kept here: a wire lives as long as its handle. What goes back to the pool is the empty place, so that nobody ever gets a
 * connection that somebody else signed in.
 */
package gatehouse.connector.spi.jca;
