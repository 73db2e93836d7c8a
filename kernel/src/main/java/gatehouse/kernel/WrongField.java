package gatehouse.kernel;

/**
 * What is wrong with one field of what somebody sent.
 *
 * @param field its place in the JSON that holds it, such as {@code address} or {@code protocols[1].port}
 * @param code stable identifier, that of a {@link ProblemCode}
 * @param detail as {@link ProblemException#detail()}
 */
public record WrongField(String field, String code, String detail) {
    /** The same in something larger, which has what holds this field at {@code place}. */
    WrongField below(String place) {
        return new WrongField(field.startsWith("[") ? place + field : place + "." + field, code, detail);
    }

    /** The field of the whole that it is in: {@code protocols} of {@code protocols[1].port}. */
    String top() {
        return field.split("[.\\[]", 2)[0];
    }
}
