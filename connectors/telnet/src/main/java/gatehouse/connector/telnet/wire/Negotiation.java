package gatehouse.connector.telnet.wire;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.WindowSize;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What Gatehouse agrees to: for itself window size, terminal type, suppressed go-ahead and binary; for the peer echo, suppressed
 * go-ahead and binary. Everything else is refused. Replies are collected until they are {@linkplain #takeReplies taken}, so that the
 * ones to one piece of the stream go out as one.
 *
 * <p>Thread-safe: the peer negotiates on the reader's thread, the person resizes on another.
 */
final class Negotiation implements TelnetParser.Listener {
    private static final Set<Integer> OURS =
            Set.of(TelnetCode.BINARY, TelnetCode.SUPPRESS_GO_AHEAD, TelnetCode.TERMINAL_TYPE, TelnetCode.WINDOW_SIZE);
    private static final Set<Integer> THEIRS = Set.of(TelnetCode.BINARY, TelnetCode.ECHO, TelnetCode.SUPPRESS_GO_AHEAD);
    private static final int LONGEST_TYPE = 40;

    private final OptionSide ours = new OptionSide(OURS, TelnetCode.WILL, TelnetCode.WONT);
    private final OptionSide theirs = new OptionSide(THEIRS, TelnetCode.DO, TelnetCode.DONT);
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private final byte[] type;
    private WindowSize size;

    Negotiation(Pty terminal) {
        this.type = named(terminal.term());
        this.size = terminal.size();
    }

    /** Begins with what a terminal wants, as telnet clients do (RFC 854: either side may begin). */
    synchronized void begin() {
        reply(ours.ask(TelnetCode.WINDOW_SIZE), TelnetCode.WINDOW_SIZE);
        reply(ours.ask(TelnetCode.TERMINAL_TYPE), TelnetCode.TERMINAL_TYPE);
        reply(theirs.ask(TelnetCode.SUPPRESS_GO_AHEAD), TelnetCode.SUPPRESS_GO_AHEAD);
    }

    synchronized void resize(WindowSize wanted) {
        if (!wanted.equals(size)) {
            size = wanted;
            sendSize();
        }
    }

    /** What is to be sent now; empty when nothing is. */
    synchronized byte[] takeReplies() {
        byte[] taken = replies.toByteArray();
        replies.reset();
        return taken;
    }

    synchronized boolean peerEchoes() {
        return theirs.isOn(TelnetCode.ECHO);
    }

    synchronized boolean sendsBinary() {
        return ours.isOn(TelnetCode.BINARY);
    }

    @Override
    public synchronized boolean isBinary() {
        return theirs.isOn(TelnetCode.BINARY);
    }

    @Override
    public synchronized void negotiation(int verb, int option) {
        switch (verb) {
            case TelnetCode.WILL -> reply(theirs.on(option), option);
            case TelnetCode.WONT -> reply(theirs.off(option), option);
            case TelnetCode.DO -> agree(option);
            default -> reply(ours.off(option), option);
        }
    }

    private void agree(int option) {
        boolean before = ours.isOn(option);
        reply(ours.on(option), option);
        if (option == TelnetCode.WINDOW_SIZE && !before) {
            sendSize();
        }
    }

    @Override
    public synchronized void subnegotiation(int option, byte[] content) {
        boolean asksType =
                option == TelnetCode.TERMINAL_TYPE && content.length == 1 && content[0] == TelnetCode.TYPE_SEND;
        if (asksType && ours.isOn(option)) {
            begin(option);
            replies.write(TelnetCode.TYPE_IS);
            replies.writeBytes(type);
            end();
        }
    }

    private void sendSize() {
        if (!ours.isOn(TelnetCode.WINDOW_SIZE)) {
            return;
        }
        begin(TelnetCode.WINDOW_SIZE);
        number(size.columns());
        number(size.rows());
        end();
    }

    /** Two bytes, the higher one first; 255 is doubled also here. */
    private void number(int value) {
        for (int b : new int[] {value >> 8, value & 0xff}) {
            replies.write(b);
            if (b == TelnetCode.IAC) {
                replies.write(b);
            }
        }
    }

    private void begin(int option) {
        replies.write(TelnetCode.IAC);
        replies.write(TelnetCode.SB);
        replies.write(option);
    }

    private void end() {
        replies.write(TelnetCode.IAC);
        replies.write(TelnetCode.SE);
    }

    private void reply(OptionalInt verb, int option) {
        verb.ifPresent(word -> {
            replies.write(TelnetCode.IAC);
            replies.write(word);
            replies.write(option);
        });
    }

    /** RFC 1091 section 4: up to 40 letters, digits and a few signs. */
    private static byte[] named(String term) {
        String plain = term.replaceAll("[^A-Za-z0-9./+-]", "");
        String name = plain.isEmpty() ? "unknown" : plain.substring(0, Math.min(plain.length(), LONGEST_TYPE));
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
