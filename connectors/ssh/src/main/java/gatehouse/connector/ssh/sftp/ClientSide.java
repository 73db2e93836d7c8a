package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The way to the client, which two directions use: the target's answers pass, and Gatehouse's own answers go between two of them,
 * never into one. The lock keeps deliveries one after the other (R1.3).
 */
final class ClientSide implements PacketFramer.Sink {
    private static final class Answer {
        final byte[] packet;
        final Completion done;

        Answer(byte[] packet, Completion done) {
            this.packet = packet;
            this.done = done;
        }
    }

    private final TerminalOutput client;
    private final ArrayDeque<Answer> waiting = new ArrayDeque<>();
    private boolean insidePacket;
    private boolean closed;

    ClientSide(TerminalOutput client) {
        this.client = client;
    }

    @Override
    public synchronized void pass(byte[] bytes, int offset, int length, boolean boundary, Completion done) {
        if (closed) {
            done.complete();
            return;
        }
        client.output(bytes, offset, length, done);
        insidePacket = !boundary;
        while (!insidePacket && !waiting.isEmpty()) {
            send(waiting.poll());
        }
    }

    synchronized void answer(byte[] packet, Completion done) {
        Answer answer = new Answer(packet, done);
        if (closed) {
            done.complete();
            return;
        }
        if (insidePacket) {
            waiting.add(answer);
            return;
        }
        send(answer);
    }

    synchronized void endOfOutput() {
        if (!closed) {
            client.endOfOutput();
        }
    }

    synchronized void close(Optional<ProblemException> reason) {
        if (closed) {
            return;
        }
        closed = true;
        waiting.forEach(answer -> answer.done.complete());
        waiting.clear();
        client.closed(reason);
    }

    private void send(Answer answer) {
        client.output(answer.packet, 0, answer.packet.length, answer.done);
    }
}
