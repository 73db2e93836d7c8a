package gatehouse.inventory.entity;

/** A mark on an asset, for example {@code env:prod}; a name may have several values. */
public record Label(String name, String value) {
    public Label {
        name = name.strip();
        value = value.strip();
        if (name.isEmpty()
                || name.length() > 64
                || value.length() > 255
                || name.contains(":")
                || hasControls(name + value)) {
            throw InventoryProblem.LABEL_INVALID.problem(
                    "a label is name:value; the name has 1 to 64 characters, the value up to 255");
        }
    }

    /** Reads {@code name:value}; a text without colon is a name with an empty value. */
    public static Label parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Label(text, "") : new Label(text.substring(0, colon), text.substring(colon + 1));
    }

    /** As {@link #parse}, of what somebody gives: a value without a name, or a name without a value, is a slip. */
    public static Label given(String text) {
        Label label = parse(text);
        if (label.value().isEmpty()) {
            throw InventoryProblem.LABEL_INVALID.problem(
                    "a label is name:value, for example env:prod; \"" + text.strip() + "\" has no value");
        }
        return label;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return value.isEmpty() ? name : name + ":" + value;
    }
}
