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
        News NOBODY = (gateway, attempt) -> {};

        /** @param gateway its place in the list */
        void tried(int gateway, Attempt attempt);
    }

    /** How far an attempt to pass a gateway came. */
    public enum Outcome {
        PASSED,
        /** It answered as it should, and did not let the account in. */
        TURNED_AWAY,
        /** It did not answer, or not as the machine that is known. */
        FAILED
    }

    /** @param words why not, for an administrator; empty when it was passed */
    public record Attempt(Outcome outcome, String words) {
        public static final Attempt PASSED = new Attempt(Outcome.PASSED, "");
    }

    public Hop {
        gateways = List.copyOf(gateways);
    }

    public Hop(List<Endpoint> gateways) {
        this(gateways, News.NOBODY);
    }
}
