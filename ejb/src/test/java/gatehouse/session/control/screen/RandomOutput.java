package gatehouse.session.control.screen;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Output as a program out of its mind would write it: text, wide characters, all kinds of sequences, now and then rubbish. */
public final class RandomOutput {
    private static final String FINALS = "ABCDEFGHIJKLMPSTXZ@bdefghlmrsu`";
    private static final int[] PRIVATE = {1, 6, 7, 25, 47, 1047, 1048, 1049, 1000, 1006, 2004};
    private static final String[] OTHERS = {
        "\r\n",
        "\n",
        "\b",
        "\t",
        "\r",
        "\033M",
        "\033D",
        "\0337",
        "\0338",
        "\033E",
        "\033(0",
        "\033(B",
        "\016",
        "\017",
        "\033c",
        "\033#8",
        "\033H",
        "\033]0;t\007",
        "\033]133;A\007",
        "\033[!p",
        "\033P1;2|x\033\\",
        "\302",
        "e\u0301"
    };

    private RandomOutput() {}

    public static byte[] bytes(Random random, int pieces) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            out.append(piece(random));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String piece(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "word ".substring(random.nextInt(4));
            case 3 -> "服务器一".substring(random.nextInt(4));
            case 4 -> OTHERS[random.nextInt(OTHERS.length)];
            case 5 -> "\033[?" + PRIVATE[random.nextInt(PRIVATE.length)] + (random.nextBoolean() ? "h" : "l");
            case 6 -> "\033[" + random.nextInt(110) + ";" + random.nextInt(50) + "m";
            case 7 -> "\033[" + random.nextInt(7) + ";" + random.nextInt(9) + "H";
            default ->
                "\033[" + (random.nextBoolean() ? "" : random.nextInt(5))
                        + FINALS.charAt(random.nextInt(FINALS.length()));
        };
    }
}
