package gatehouse.connector.telnet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TelnetParserTest {
    private static final int ROUNDS = 3_000;

    /** Keeps what it hears. */
    private static final class Heard implements TelnetParser.Listener {
        final List<String> commands = new ArrayList<>();
        boolean binary;

        @Override
        public void negotiation(int verb, int option) {
            commands.add(verb + " " + option);
        }

        @Override
        public void subnegotiation(int option, byte[] content) {
            commands.add("sub " + option + " " + content.length);
        }

        @Override
        public boolean isBinary() {
            return binary;
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] parse(TelnetParser parser, byte[] stream) {
        return parser.parse(stream, 0, stream.length);
    }

    @Test
    void commandsAreTakenOutOfTheData() {
        Heard heard = new Heard();
        byte[] data = parse(
                new TelnetParser(heard),
                bytes('a', 255, 251, 1, 'b', 255, 253, 24, 255, 241, 'c', 255, 250, 24, 1, 255, 240, 'd'));
        assertThat(data).asString().isEqualTo("abcd");
        assertThat(heard.commands).containsExactly("251 1", "253 24", "sub 24 1");
    }

    @Test
    void doubled255IsOneByteAlsoInASubnegotiation() {
        Heard heard = new Heard();
        byte[] data = parse(new TelnetParser(heard), bytes(255, 255, 255, 250, 31, 255, 255, 0, 255, 240, 255, 255));
        assertThat(data).isEqualTo(bytes(255, 255));
        assertThat(heard.commands).containsExactly("sub 31 2");
    }

    @Test
    void nulAfterACarriageReturnIsNoData() {
        assertThat(parse(new TelnetParser(new Heard()), bytes('\r', 0, '\r', '\n', 0, '\r', '\r', 0)))
                .isEqualTo(bytes('\r', '\r', '\n', 0, '\r', '\r'));
    }

    @Test
    void nulAfterACarriageReturnIsDataInBinary() {
        Heard heard = new Heard();
        heard.binary = true;
        assertThat(parse(new TelnetParser(heard), bytes('\r', 0))).isEqualTo(bytes('\r', 0));
    }

    @Test
    void endlessSubnegotiationIsLeftOutAndCostsNothing() {
        Heard heard = new Heard();
        TelnetParser parser = new TelnetParser(heard);
        parse(parser, bytes(255, 250, 39));
        byte[] piece = new byte[100_000];
        for (int i = 0; i < 100; i++) {
            assertThat(parse(parser, piece)).isEmpty();
        }
        assertThat(parse(parser, bytes(255, 240, 'x'))).asString().isEqualTo("x");
        assertThat(heard.commands).isEmpty();
    }

    /** Whatever comes, in whatever pieces: no failure, never more data than bytes, and the pieces do not matter. */
    @Test
    void piecesDoNotMatter() {
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] stream = stream(random);
            Heard wholeHeard = new Heard();
            byte[] whole = parse(new TelnetParser(wholeHeard), stream);
            Heard pieceHeard = new Heard();
            byte[] pieces = inPieces(new TelnetParser(pieceHeard), stream, random);
            assertThat(pieces).isEqualTo(whole);
            assertThat(pieceHeard.commands).isEqualTo(wholeHeard.commands);
            assertThat(whole.length).isLessThanOrEqualTo(stream.length);
        }
    }

    @Test
    void whatIsEscapedComesBackAsItWas() {
        Random random = new Random(6);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] data = stream(random);
            boolean binary = random.nextBoolean();
            Heard heard = new Heard();
            heard.binary = binary;
            byte[] escaped = Escaping.escaped(data, 0, data.length, binary);
            assertThat(inPieces(new TelnetParser(heard), escaped, random)).isEqualTo(data);
            assertThat(heard.commands).isEmpty();
        }
    }

    /** Mostly bytes that mean something. */
    private static byte[] stream(Random random) {
        int[] likely = {255, 255, 250, 240, 251, 252, 253, 254, '\r', '\n', 0, 24, 31, 'a'};
        byte[] stream = new byte[random.nextInt(200)];
        for (int i = 0; i < stream.length; i++) {
            stream[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : likely[random.nextInt(likely.length)]);
        }
        return stream;
    }

    private static byte[] inPieces(TelnetParser parser, byte[] stream, Random random) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int at = 0;
        while (at < stream.length) {
            int length = 1 + random.nextInt(Math.min(9, stream.length - at));
            data.writeBytes(parser.parse(stream, at, length));
            at += length;
        }
        return data.toByteArray();
    }
}
