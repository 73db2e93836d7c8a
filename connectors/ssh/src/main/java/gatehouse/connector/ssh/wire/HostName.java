package gatehouse.connector.ssh.wire;

import gatehouse.connector.ssh.SshProblem;

/** A host as a peer writes it: the name of an asset, too, so letters of any script; bytes that end or hide a name are in none. */
public final class HostName {
    private static final int LONGEST = 255;

    private HostName() {}

    /** @throws gatehouse.kernel.ProblemException {@code HOST_MALFORMED} */
    public static String require(String text) {
        if (text.length() > LONGEST || text.codePoints().anyMatch(HostName::isUnwritable)) {
            throw SshProblem.HOST_MALFORMED.problem(
                    "this is no host: at most " + LONGEST + " characters, none of them a control character");
        }
        return text;
    }

    private static boolean isUnwritable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
