package gatehouse.kernel;

/**
 * Names that somebody gives and others go by. A new one shows all that it is: a character that is not seen, or turns round what stands
 * behind it, makes it look like another one. What is kept from before may stay as it is.
 */
public final class Names {
    private Names() {}

    /**
     * @param before the name that is kept; empty for a new one
     * @throws ProblemException {@code invalid}, about {@code field}
     */
    public static void requireSeen(ProblemCode invalid, String field, String name, String before) {
        if (!name.equals(before) && !Printable.isSeen(name)) {
            throw invalid.at(
                    field,
                    "it has characters that are not seen or turn text round; write it anew instead of pasting it");
        }
    }
}
