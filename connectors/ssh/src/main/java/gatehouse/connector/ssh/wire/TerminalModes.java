package gatehouse.connector.ssh.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Encoded terminal modes (RFC 4254 section 8): opcode byte and uint32 value, ended by opcode 0; 160 and above stop the parsing. */
public final class TerminalModes {
    private static final int END = 0;
    private static final int FIRST_UNDEFINED = 160;
    private static final int VALUE_BYTES = 4;

    private TerminalModes() {}

    /** Reads as far as it can; garbage ends the list. */
    public static Map<Integer, Integer> parse(byte[] encoded) {
        Map<Integer, Integer> modes = new HashMap<>();
        int at = 0;
        while (at + VALUE_BYTES < encoded.length) {
            int opcode = encoded[at] & 0xff;
            if (opcode == END || opcode >= FIRST_UNDEFINED) {
                break;
            }
            int value = 0;
            for (int i = 1; i <= VALUE_BYTES; i++) {
                value = (value << 8) | (encoded[at + i] & 0xff);
            }
            modes.put(opcode, value);
            at += 1 + VALUE_BYTES;
        }
        return modes;
    }

    public static byte[] encode(Map<Integer, Integer> modes) {
        byte[] encoded = new byte[modes.size() * (1 + VALUE_BYTES) + 1];
        int at = 0;
        for (Map.Entry<Integer, Integer> mode : new TreeMap<>(modes).entrySet()) {
            encoded[at++] = mode.getKey().byteValue();
            for (int shift = 24; shift >= 0; shift -= 8) {
                encoded[at++] = (byte) (mode.getValue() >>> shift);
            }
        }
        return encoded;
    }
}
