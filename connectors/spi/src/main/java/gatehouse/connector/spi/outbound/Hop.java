package gatehouse.connector.spi.outbound;

import java.util.List;

/**
 * One step on the way to a target.
 *
 * @param gateways equivalent ones, tried in this order until one lets us through
 * @param news told of each attempt, on the dialling thread
 */
public record Hop(List<Endpoint> gateways, News news) {
    /** How a gateway did. What lies behind it does not count. */
    @FunctionalInterface
    public interface News {
        News NOBODY = (gateway, passed) -> {};

        /**
         * @param gateway its place in the list
         * @param passed whether it let us in
         */
        void tried(int gateway, boolean passed);
    }

    public Hop {
        gateways = List.copyOf(gateways);
    }

    public Hop(List<Endpoint> gateways) {
        this(gateways, News.NOBODY);
    }
}
