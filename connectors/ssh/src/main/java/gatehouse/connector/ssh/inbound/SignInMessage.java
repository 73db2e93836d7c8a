package gatehouse.connector.ssh.inbound;

import gatehouse.kernel.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/** What a client sends while it signs in (RFC 4252, RFC 4256), copied out of the session's buffer. */
sealed interface SignInMessage {
    /** More answers than anybody asks for; the real number is compared with the questions. */
    int MOST_ANSWERS = 16;

    int LONGEST_SECRET = 4096;

    /** Asks which methods there are. */
    record None() implements SignInMessage {}

    record Password(Secret secret) implements SignInMessage {}

    /**
     * @param algorithm signature algorithm
     * @param signature empty when the client only asks whether the key would do
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared or printed
    record PublicKey(String algorithm, byte[] key, byte[] signature) implements SignInMessage {}

    record KeyboardInteractive() implements SignInMessage {}

    record Answers(List<Secret> answers) implements SignInMessage {}

    /** A method or form that is not offered, for example a password change. */
    record Unknown() implements SignInMessage {}

    /** Parses a request from behind user, service and method. @throws RuntimeException on malformed input */
    static SignInMessage request(String method, Buffer buffer) {
        return switch (method) {
            case "none" -> new None();
            case "password" -> password(buffer);
            case "publickey" -> publicKey(buffer);
            case "keyboard-interactive" -> new KeyboardInteractive();
            default -> new Unknown();
        };
    }

    /** Parses SSH_MSG_USERAUTH_INFO_RESPONSE from behind its number. @throws RuntimeException on malformed input */
    static SignInMessage answers(Buffer buffer) {
        int count = buffer.getInt();
        if (count < 0 || count > MOST_ANSWERS) {
            throw new IllegalArgumentException("number of answers");
        }
        List<Secret> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(secret(buffer));
        }
        return new Answers(answers);
    }

    private static SignInMessage password(Buffer buffer) {
        boolean change = buffer.getBoolean();
        if (change) {
            return new Unknown();
        }
        return new Password(secret(buffer));
    }

    private static SignInMessage publicKey(Buffer buffer) {
        boolean signed = buffer.getBoolean();
        String algorithm = buffer.getString();
        byte[] key = buffer.getBytes();
        byte[] signature = signed ? buffer.getBytes() : new byte[0];
        if (buffer.available() > 0 || (signed && signature.length == 0)) {
            throw new IllegalArgumentException("public key request");
        }
        return new PublicKey(algorithm, key, signature);
    }

    /** Also wipes the bytes in the session's buffer. */
    private static Secret secret(Buffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > LONGEST_SECRET || length > buffer.available()) {
            throw new IllegalArgumentException("length of a secret");
        }
        int start = buffer.rpos();
        byte[] bytes = new byte[length];
        buffer.getRawBytes(bytes);
        Arrays.fill(buffer.array(), start, start + length, (byte) 0);
        return Secret.owning(bytes);
    }

    /** True for messages that a client sends only in answer to questions. */
    static boolean isAnswer(int command) {
        return command == SshConstants.SSH_MSG_USERAUTH_INFO_RESPONSE;
    }
}
