package gatehouse.connector.spi.dialogue;

import gatehouse.kernel.Secret;
import java.util.Arrays;

/** Keeps a secret that was typed at a prompt out of what is shown afterwards, also where the target echoes it. */
public final class Unshown {
    private Unshown() {}

    /**
     * @param printed everything since the secret was typed
     * @return without the rest of the line that it was typed on: nothing that anybody needs stands there
     */
    public static byte[] afterTheLineOf(Secret secret, byte[] printed) {
        int end = 0;
        while (end < printed.length && printed[end] != '\n') {
            end++;
        }
        boolean onePiece = end == printed.length && !holds(printed, secret);
        return onePiece ? printed : Arrays.copyOfRange(printed, Math.min(end + 1, printed.length), printed.length);
    }

    private static boolean holds(byte[] line, Secret secret) {
        byte[] wanted = secret.bytes();
        boolean found = false;
        for (int at = 0; at + wanted.length <= line.length; at++) {
            found |= Arrays.equals(line, at, at + wanted.length, wanted, 0, wanted.length);
        }
        Arrays.fill(wanted, (byte) 0);
        return found;
    }
}
