package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.SignInStep;
import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.session.ServerSession;

/** Writes the server's messages of RFC 4252 and RFC 4256. */
record SignInReplies(ServerSession session) {
    private static final String FIRST_FACTORS = "publickey,password,keyboard-interactive";
    private static final String NEXT_FACTOR = "keyboard-interactive";

    /** @param partial the factor was right, but not enough */
    void goOn(boolean secondFactor, boolean partial) throws IOException {
        Buffer packet = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_FAILURE);
        packet.putString(secondFactor ? NEXT_FACTOR : FIRST_FACTORS);
        packet.putBoolean(partial);
        session.writePacket(packet);
    }

    void keyIsFine(SignInMessage.PublicKey offer) throws IOException {
        Buffer packet = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_PK_OK);
        packet.putString(offer.algorithm());
        packet.putBytes(offer.key());
        session.writePacket(packet);
    }

    void ask(SignInStep.Ask ask) throws IOException {
        Buffer packet = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
        packet.putString(ask.title());
        packet.putString(ask.instruction());
        packet.putString(""); // language tag, RFC 4256 section 3.2: empty
        packet.putUInt(ask.questions().size());
        for (SignInStep.Question question : ask.questions()) {
            packet.putString(question.text());
            packet.putBoolean(question.echo());
        }
        session.writePacket(packet);
    }
}
