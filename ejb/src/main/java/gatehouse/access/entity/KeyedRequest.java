package gatehouse.access.entity;

/** What a request is, of those that one caller sends with the same key, so that they may send it again without its acting twice. */
public sealed interface KeyedRequest {
    /**
     * Nobody sent this key before, or nothing came of it. It acts, and whoever lets it act tells what came of it.
     *
     * @param mark tells this attempt from every other
     */
    record First(String key, String mark) implements KeyedRequest {}

    /** It acted already; this was its answer. */
    record Answered(String answer) implements KeyedRequest {}

    /** It acts just now. */
    record UnderWay() implements KeyedRequest {}

    /** The key stands for another request. */
    record Different() implements KeyedRequest {}
}
