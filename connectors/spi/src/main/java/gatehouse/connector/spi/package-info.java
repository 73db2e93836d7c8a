/**
 * What connectors and sessions say to each other.
 *
 * <p>Traffic has five shapes: terminal, files, desktop, query, exchange. Shapes are push-based: a source delivers bytes with a
 * {@link gatehouse.connector.spi.Completion}, the sink completes it when it has written them; that is the back-pressure. A stage
 * that only observes passes on at once, one that must hold completes later.
 *
 * <p>R1.1 Bytes handed over are valid only during the call: who keeps them copies them. R1.2 Every completion is completed exactly
 * once, also when the sink is closed. R1.3 Deliveries of one direction come one after the other, never concurrently. R1.4 Nothing
 * here blocks a protocol's I/O thread.
 *
 * <p>INVARIANT: no {@code InputStream} or {@code OutputStream} appears in this package.
 */
package gatehouse.connector.spi;
