package gatehouse.connector.ssh.wire;

import gatehouse.kernel.Kind;
import gatehouse.kernel.Printable;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.util.buffer.Buffer;

/** Answers a peer whose channel is not opened (RFC 4254 section 5.1). MINA would send either the reason or the words. */
public final class Refusal {
    private Refusal() {}

    /** Tells the peer why, and closes {@code channel}, which has not been confirmed. */
    public static void send(Channel channel, ProblemException why) {
        try {
            Buffer packet = channel.getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN_FAILURE);
            packet.putUInt(channel.getRecipient());
            packet.putUInt(reason(why.kind()));
            packet.putString(Printable.line(why.detail()));
            packet.putString("");
            channel.getSession().writePacket(packet);
        } catch (IOException gone) {
            // nobody is there to be refused
            channel.close(true);
            return;
        }
        channel.close(true);
    }

    private static int reason(Kind kind) {
        return switch (kind) {
            case TARGET_FAILED, TARGET_TIMEOUT -> SshConstants.SSH_OPEN_CONNECT_FAILED;
            case LIMITED -> SshConstants.SSH_OPEN_RESOURCE_SHORTAGE;
            case INVALID, UNAUTHENTICATED, FORBIDDEN, REVIEW_REQUIRED, NOT_FOUND, CONFLICT, BUG, UNAVAILABLE ->
                SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED;
        };
    }
}
