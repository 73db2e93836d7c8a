package gatehouse.connector.ssh.wire;

import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.session.helpers.KeyExchangeMessageHandler;
import org.slf4j.Logger;

/**
 * Queues what is written during a key exchange on every thread. MINA makes threads that are not its own wait instead; one that
 * waits while it holds an {@link Outlet} would stop the reader that has to finish the exchange. The channel windows and
 * {@link UnreadAnswers} bound the queue.
 */
final class QueueingKeyExchange extends KeyExchangeMessageHandler {
    QueueingKeyExchange(AbstractSession session, Logger log) {
        super(session, log);
    }

    @Override
    protected boolean isBlockAllowed(int command) {
        return false;
    }
}
