package gatehouse.session.control.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** R11.52 */
class InputLinesTest {
    private static final int MOST = 100_000;

    private final StringBuilder told = new StringBuilder();
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final InputLines lines = InputLines.ofProgram(MOST, new Told());

    private final class Told implements InputLines.Handler {
        @Override
        public void line(byte[] text) {
            told.append(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public void masked(int length) {
            told.append('<').append(length).append('>');
        }

        @Override
        public void rest(byte[] bytes, int offset, int length) {
            rest.write(bytes, offset, length);
        }
    }

    @Test
    void linesOfAScriptAreTold() {
        input("cd /srv\nls");
        lines.end();
        assertThat(told).hasToString("cd /srv\nls");
        assertThat(rest.size()).isZero();
    }

    @Test
    void theAnswerToAQuestionForAPasswordIsOnlyCounted() {
        output("[sudo] pass");
        output("word for joe: ");
        input("hun");
        input("ter2\n");
        input("echo done\n");
        output("uid=0\n");
        assertThat(told).hasToString("<7>");
        lines.settle();
        assertThat(told).hasToString("<7>echo done\n");
    }

    @Test
    void aPasswordSentAheadOfItsQuestionIsOnlyCounted() {
        input("hunter2\n");
        output("[sudo] password for joe: ");
        output("\nuid=0\n");
        lines.end();
        assertThat(told).hasToString("<7>");
    }

    /** A server reads both streams at once and sends ordinary output first, whatever was printed first. */
    @Test
    void aPasswordIsOnlyCountedWhenItsQuestionComesBehindWhatFollowedIt() {
        input("hunter2\nnot secret\n");
        output("7 not secret\n");
        error("Password: ");
        lines.settle();
        assertThat(told).hasToString("<7>not secret\n");
    }

    @Test
    void aLineOfOneStreamDoesNotTakeTheQuestionOfTheOtherBack() {
        error("Password: ");
        output("connected\n");
        input("hunter2\n");
        lines.end();
        assertThat(told).hasToString("<7>");
    }

    /** A shell executes it all the same. */
    @Test
    void aShellsLinesAreToldWhateverTheirBytes() {
        InputLines script = InputLines.ofShell(MOST, new Told());
        script.input(new byte[] {':', (byte) 0xff, '\n', ':', 0, '\n', 'l', 's', '\n'}, 0, 9);
        assertThat(told).hasToString(":\ufffd\n:\0\nls\n");
        assertThat(rest.size()).isZero();
    }

    /** {@code printf 'Password: '; rm -rf /srv}: the line's own output must not hide it. */
    @Test
    void aShellsLineIsNoAnswerToWhatItAsksItself() {
        InputLines script = InputLines.ofShell(MOST, new Told());
        byte[] line = "printf 'Password: '; ls\n".getBytes(StandardCharsets.UTF_8);
        script.input(line, 0, line.length);
        script.output("Password: ".getBytes(StandardCharsets.UTF_8), 0, 10);
        script.input("hunter2\nexit\n".getBytes(StandardCharsets.UTF_8), 0, 13);
        assertThat(told).hasToString("printf 'Password: '; ls\n<7>exit\n");
    }

    /** One line that asks, and one that is hidden behind it, again and again. */
    @Test
    void aShellHidesOnlyAFewOfItsLines() {
        InputLines script = InputLines.ofShell(MOST, new Told());
        byte[] question = "Password: ".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10; i++) {
            script.output(question, 0, question.length);
            script.input("id\n".getBytes(StandardCharsets.UTF_8), 0, 3);
        }
        assertThat(told).hasToString("<2>".repeat(8) + "id\n".repeat(2));
    }

    /** {@code setsid env 'PS1=Password: ' bash --norc -i}, whatever it is taken for. */
    @Test
    void aProgramHidesOnlyAFewOfItsLines() {
        for (int i = 0; i < 10; i++) {
            output("Password: ");
            input("id\n");
        }
        assertThat(told).hasToString("<2>".repeat(8) + "id\n".repeat(2));
    }

    @Test
    void aProgramHidesNoMoreWhereItsLinesComeAheadOfTheQuestions() {
        input("id\n".repeat(12));
        for (int i = 0; i < 10; i++) {
            output("Password: ");
        }
        assertThat(told).hasToString("<2>".repeat(8) + "id\n".repeat(4));
        input("ls\n");
        assertThat(told.toString()).endsWith("ls\n");
    }

    @Test
    void aProgramThatExecutesNothingIsAnsweredMoreOften() {
        InputLines known = InputLines.ofKnownProgram(MOST, new Told());
        byte[] question = "Password: ".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 34; i++) {
            known.output(question, 0, question.length);
            known.input("id\n".getBytes(StandardCharsets.UTF_8), 0, 3);
        }
        assertThat(told).hasToString("<2>".repeat(32) + "id\n".repeat(2));
    }

    @Test
    void whatIsTooLongForAPasswordIsNone() {
        output("Password: ");
        input("x".repeat(257) + "\n");
        lines.end();
        assertThat(told).hasToString("x".repeat(257) + "\n");
    }

    @Test
    void linesBeforeAnyOutputAreNotDue() {
        input("hunter2\n");
        lines.settle();
        assertThat(lines.isDue()).isFalse();
        assertThat(told).isEmpty();
    }

    /** {@code echo hunter2 | ssh host sudo -S id}: the input may be over before the question comes. */
    @Test
    void aPasswordBeforeTheEndOfTheInputIsOnlyCounted() {
        input("hunter2\nnot secret");
        lines.endOfInput();
        output("Password: ");
        output("7\n");
        lines.settle();
        assertThat(told).hasToString("<7>not secret");
    }

    @Test
    void whatIsNeverAskedForIsToldAtTheEnd() {
        input("one\ntwo");
        lines.endOfInput();
        assertThat(told).isEmpty();
        lines.end();
        lines.end();
        assertThat(told).hasToString("one\ntwo");
    }

    @Test
    void asksInChineseToo() {
        output("请输入密码：");
        input("hunter2\nls\n");
        lines.end();
        assertThat(told).hasToString("<7>ls\n");
    }

    @Test
    void aQuestionThatIsAskedAgainIsAnsweredAgain() {
        output("New password: ");
        input("abc\n");
        output("Retype new password: ");
        input("abcd\n");
        output("Sorry.\n");
        input("exit\n");
        lines.end();
        assertThat(told).hasToString("<3><4>exit\n");
    }

    @Test
    void aWordPasswordInAnOrdinaryLineAsksNothing() {
        output("password: is wrong\n");
        input("ls\n");
        lines.end();
        assertThat(told).hasToString("ls\n");
    }

    @Test
    void whatIsNoTextOrTooMuchIsTheRest() {
        input("text\n");
        lines.input(new byte[] {'a', 0, 'b', '\n', 'c'}, 0, 5);
        lines.end();
        assertThat(told).hasToString("text\n");
        assertThat(rest.toByteArray()).containsExactly('a', 0, 'b', '\n', 'c');
    }

    @Test
    void whatComesBehindTheMostIsTheRest() {
        String line = "x".repeat(999) + "\n";
        for (int i = 0; i < 150; i++) {
            input(line);
        }
        lines.end();
        assertThat(told).hasSize(MOST);
        assertThat(rest.size()).isEqualTo(50_000);
    }

    /** Whatever the bytes and however they are cut: all are told, in order, and characters stay whole. */
    @Test
    void nothingIsLostOrTorn() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            told.setLength(0);
            rest.reset();
            InputLines cut = InputLines.ofProgram(MOST, new Told());
            StringBuilder sent = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String piece = random.nextInt(9) == 0 ? "\n" : "é汉😀x".repeat(random.nextInt(200));
                sent.append(piece);
            }
            byte[] bytes = sent.toString().getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(5000));
                cut.input(bytes, at, count);
                at += count;
                if (random.nextInt(7) == 0) {
                    cut.output("out\n".getBytes(StandardCharsets.UTF_8), 0, 4);
                }
            }
            cut.end();
            assertThat(told + rest.toString(StandardCharsets.UTF_8)).isEqualTo(sent.toString());
        }
    }

    private void input(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.input(bytes, 0, bytes.length);
    }

    private void error(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.error(bytes, 0, bytes.length);
    }

    private void output(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.output(bytes, 0, bytes.length);
    }
}
