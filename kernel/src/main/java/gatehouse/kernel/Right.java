package gatehouse.kernel;

/** Something that a role allows. Each context has one enum of them, called {@code XxxRight}. */
public interface Right {
    /** Dotted and lower case: {@code context.noun.verb}, for example {@code inventory.asset.view}. */
    String code();
}
