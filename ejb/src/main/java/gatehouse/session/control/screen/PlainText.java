package gatehouse.session.control.screen;

/** Output without its sequences: what would stand in a log. A line that returns to its beginning is written over. */
public final class PlainText implements VtParser.Handler {
    private final StringBuilder text = new StringBuilder();
    private boolean returned;

    private PlainText() {}

    public static String of(byte[] bytes, int offset, int length) {
        PlainText plain = new PlainText();
        new VtParser(plain).feed(bytes, offset, length);
        return plain.text.toString();
    }

    @Override
    public void print(int codePoint) {
        overwrite();
        text.appendCodePoint(codePoint);
    }

    @Override
    public void printAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            print(bytes[i]);
        }
    }

    private void overwrite() {
        if (returned) {
            returned = false;
            text.setLength(text.lastIndexOf("\n") + 1);
        }
    }

    @Override
    public void control(int control) {
        switch (control) {
            case '\n' -> {
                returned = false;
                text.append('\n');
            }
            case '\r' -> returned = true;
            case '\t' -> print('\t');
            case '\b' -> {
                int last = text.length() - 1;
                if (last >= 0 && text.charAt(last) != '\n') {
                    text.setLength(text.offsetByCodePoints(text.length(), -1));
                }
            }
            default -> {}
        }
    }

    @Override
    public void escape(int intermediate, int last) {
        // looks are left out
    }

    @Override
    public void sequence(int prefix, int intermediate, Parameters parameters, int last) {
        // looks are left out
    }

    @Override
    public void operatingSystemCommand(String command) {
        // looks are left out
    }
}
