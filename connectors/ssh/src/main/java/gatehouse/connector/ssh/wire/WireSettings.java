package gatehouse.connector.ssh.wire;

import java.time.Duration;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.helpers.AbstractFactoryManager;
import org.apache.sshd.common.io.AbstractIoServiceFactoryFactory;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** Settings that both sides share, as measured in design/performance.md. */
public final class WireSettings {
    /** Bytes that may be under way in one direction of one channel. */
    private static final long WINDOW = 2L * 1024 * 1024;

    private static final long PACKET = 32L * 1024;
    /** For one packet with what surrounds it: every connection keeps so much, also while it is idle. */
    private static final int READ_BUFFER = 36 * 1024;

    private static final SshAgentFactory NO_AGENT = null;

    private WireSettings() {}

    public static void apply(AbstractFactoryManager manager) {
        manager.setIoServiceFactoryFactory(new AbstractIoServiceFactoryFactory(null) {
            @Override
            public IoServiceFactory create(FactoryManager owner) {
                return new WireServiceFactory(owner);
            }
        });
        manager.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        manager.setAgentFactory(NO_AGENT);
        CoreModuleProperties.WINDOW_SIZE.set(manager, WINDOW);
        CoreModuleProperties.MAX_PACKET_SIZE.set(manager, PACKET);
        CoreModuleProperties.NIO2_READ_BUFFER_SIZE.set(manager, READ_BUFFER);
        CoreModuleProperties.TCP_NODELAY.set(manager, true);
        // idle is what a person is, and judged where sessions are; dead peers are found by KeepAlive
        CoreModuleProperties.IDLE_TIMEOUT.set(manager, Duration.ZERO);
        // a stopped reader is not an error: its window stops the other side
        CoreModuleProperties.NIO2_MIN_WRITE_TIMEOUT.set(manager, Duration.ofHours(24));
        CoreModuleProperties.STOP_WAIT_TIME.set(manager, Duration.ofSeconds(5));
    }
}
