package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a bean that tells the server's state as WildFly's does. */
class HeartbeatTest {
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final State server = new State();
    private ObjectName name;
    private Heartbeat heartbeat;

    /** JMX takes a class for a bean by this interface's name. */
    public interface StateMBean {}

    /** Of a server. */
    public static final class State extends NotificationBroadcasterSupport implements StateMBean {
        void becomes(String state) {
            sendNotification(new AttributeChangeNotification(
                    this, 1, 0, "the server is " + state, "RunningState", "java.lang.String", "another", state));
        }
    }

    @BeforeEach
    void begin() throws JMException {
        name = new ObjectName("jboss.root:type=state");
        beans.registerMBean(server, name);
        scheduler.setRemoveOnCancelPolicy(true);
        heartbeat = new Heartbeat(scheduler, () -> {}, Duration.ofHours(1));
    }

    @AfterEach
    void end() throws JMException {
        beans.unregisterMBean(name);
        scheduler.shutdownNow();
    }

    @Test
    void itRestsWhileTheServerIsSuspended() {
        assertThat(scheduler.getQueue()).hasSize(1);

        assertThat(heartbeat.isBeating()).isTrue();
        server.becomes("suspending");
        assertThat(scheduler.getQueue()).isEmpty();
        assertThat(heartbeat.isBeating()).isFalse();

        server.becomes("suspended");
        server.becomes("normal");
        assertThat(scheduler.getQueue()).hasSize(1);
        assertThat(heartbeat.isBeating()).isTrue();
    }

    @Test
    void aServerThatHasStartedBringsNoSecondOne() {
        server.becomes("normal");

        assertThat(scheduler.getQueue()).hasSize(1);
    }

    @Test
    void nothingBeginsAnewAfterItsEnd() {
        heartbeat.close();
        server.becomes("normal");

        assertThat(scheduler.getQueue()).isEmpty();
    }
}
