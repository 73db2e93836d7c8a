package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.kernel.Printable;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.session.helpers.MissingAttachedSessionException;

/** Turns what MINA throws into problems that say what to do. */
final class DialFailures {
    private static final AttributeKey<Throwable> CAUSE = new AttributeKey<>();
    private static final AttributeKey<String> WORDS = new AttributeKey<>();
    private static final int LONGEST_WORDS = 300;
    private static final String ENDED_EARLY = " ended the connection before the sign-in";

    /** Notes why a session ended, for whoever waits for it. */
    static final SessionListener RECORDER = new SessionListener() {
        @Override
        public void sessionException(Session session, Throwable failure) {
            if (session.getAttribute(CAUSE) == null) {
                session.setAttribute(CAUSE, failure);
            }
        }

        @Override
        public void sessionDisconnect(Session session, int reason, String message, String language, boolean initiator) {
            if (!initiator && message != null) {
                session.setAttribute(WORDS, message);
            }
        }
    };

    private DialFailures() {}

    static ProblemException connecting(Endpoint endpoint, IOException failure) {
        if (has(failure, TimeoutException.class)) {
            return SshProblem.TIMEOUT.problem(
                    endpoint + " does not answer; check address, port and firewall, or the asset's zone", failure);
        }
        if (has(failure, NoRouteToHostException.class) || text(failure).contains("unreachable")) {
            return SshProblem.UNREACHABLE.problem(
                    "there is no way to " + endpoint + "; check the address, or the asset's zone", failure);
        }
        if (has(failure, ConnectException.class) || text(failure).contains("refused")) {
            return SshProblem.REFUSED.problem(
                    endpoint + " refused the connection; is an SSH server running on this port?", failure);
        }
        if (has(
                failure,
                MissingAttachedSessionException.class)) { // it was connected, and closed before anything was said
            return SshProblem.NEGOTIATION_FAILED.problem(endpoint + ENDED_EARLY, failure);
        }
        return SshProblem.UNREACHABLE.problem(endpoint + " cannot be reached", failure);
    }

    static ProblemException exchanging(Endpoint endpoint, ClientSession session) {
        Throwable cause = session.getAttribute(CAUSE);
        if (cause != null && text(cause).contains("negotiate")) {
            return SshProblem.NEGOTIATION_FAILED.problem(
                    endpoint
                            + " has no algorithm in common with Gatehouse; for an old device allow legacy algorithms on its"
                            + " platform",
                    cause);
        }
        return SshProblem.NEGOTIATION_FAILED.problem(endpoint + ENDED_EARLY + words(session), cause);
    }

    static ProblemException signingIn(Endpoint endpoint, ClientSession session, IOException failure) {
        if (has(failure, TimeoutException.class)) {
            return SshProblem.TIMEOUT.problem(endpoint + " does not finish the sign-in in time", failure);
        }
        return SshProblem.AUTHENTICATION_FAILED.problem(
                endpoint + " did not accept the account's secret" + words(session)
                        + "; check user name and secret, and what the server allows",
                failure);
    }

    static String words(Session session) {
        String words = session.getAttribute(WORDS);
        if (words == null || words.isBlank()) {
            return "";
        }
        String shown = Printable.of(words.substring(0, Math.min(words.length(), LONGEST_WORDS)));
        return " (it says: " + shown + ")";
    }

    private static String text(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            all.append(at.getMessage()).append('\n');
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
