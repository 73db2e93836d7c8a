/**
 * What there is to reach, and how: platforms, assets, the tree, zones with their gateways, host keys.
 *
 * <p>Operations: {@code Assets}, {@code Nodes}, {@code Platforms}, {@code Zones}, {@code GatewayHealth}, {@code HostKeys}, {@code Favourites}.
 *
 * <p>R6.1 An asset's name is unique in its organisation, whatever the case. R6.2 An asset speaks only protocols of its platform.
 * R6.3 A node never moves below itself. R6.4 A zone's parents form no ring. R6.5 A host key that changed is refused until an
 * administrator accepts it, and the refusal names both fingerprints. R6.6 A further key type of a known machine is a change, not a
 * first use. R6.7 What leads stored secrets to another machine wants a proof of who asks that is fresh: another address, port,
 * protocol, platform or zone of an asset that has some, a gateway, a zone's parent, trust in a host key; and so does how a platform's
 * assets are asked: the way to switch, and the settings of its protocols. R6.8 A gateway that failed is tried last. Its health is found by
 * sessions and by looks that sign in nowhere; such a look does not make a gateway good that turned its account away.
 *
 * <p>INVARIANT: every change of a row carries the organisation's next inventory version, so that readers can catch up from where
 * they were.
 *
 * <p>Out of scope: who may reach an asset (policy), with which login (vault), and the connection itself (session).
 */
package gatehouse.inventory;
