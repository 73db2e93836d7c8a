/**
 * What happened, in an order that nobody can change afterwards.
 *
 * <p>Operations: record an event; list events; sequence leaves and sign heads.
 *
 * <p>R2.1 An event is a leaf, inserted in the transaction of what it tells about: both happen or neither. R2.2 A leaf carries its
 * content's hash and a MAC, but no position: business transactions never wait for each other. One sequencer, holding a lease, gives
 * positions, chains the hashes and signs a head at least once a second while there is something new. R2.3 A field is
 * {@code secret}, {@code sensitive} or {@code open}; an unmarked one is secret, and a secret one is not stored.
 *
 * <p>INVARIANT: leaves and positions are only ever inserted.
 */
package gatehouse.audit;
