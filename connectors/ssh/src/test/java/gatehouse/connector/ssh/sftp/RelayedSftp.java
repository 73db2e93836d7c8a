package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;

/** A relay between a client and a target that remember what came, and the packets of both. */
abstract class RelayedSftp {
    final TestingGuard guard = new TestingGuard();
    final RecordingOutput client = new RecordingOutput();
    final RecordingOutput target = new RecordingOutput();
    private final SftpRelay relay = new SftpRelay(guard, client);
    final TerminalOutput fromTarget = relay.fromTarget();
    final TerminalInput toTarget = relay.toTarget(target);

    final void greet() {
        send(new PacketWriter().unsigned8(Sftp.INIT).int32(3).toBytes());
        target.received.reset();
    }

    final void open(String handle, int flags) {
        greet();
        send(PacketWriter.packet(Sftp.OPEN, 1)
                .latin1("/f")
                .int32(flags)
                .int32(0)
                .toBytes());
        receive(PacketWriter.packet(Sftp.HANDLE, 1).latin1(handle).toBytes());
    }

    final void send(byte[] packet) {
        toTarget.input(packet, 0, packet.length, Completion.NOTHING);
    }

    final void receive(byte[] packet) {
        fromTarget.output(packet, 0, packet.length, Completion.NOTHING);
    }

    final PacketReader answer() {
        byte[] bytes = client.received.toByteArray();
        PacketReader reader = new PacketReader(SftpProblem.ANSWER_MALFORMED).over(bytes, 0, bytes.length);
        assertThat(reader.int32()).isEqualTo(bytes.length - 4);
        return reader;
    }
}
