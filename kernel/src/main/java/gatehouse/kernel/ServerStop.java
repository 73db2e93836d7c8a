package gatehouse.kernel;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.AttributeChangeNotification;
import javax.management.AttributeChangeNotificationFilter;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;

/**
 * Knows that the server is about to stop while everything still works. When beans are destroyed that is too late: they go side by
 * side, and those that write down how a session ended may have gone first. WildFly suspends itself before it stops and says so by JMX
 * in the thread that stops it, which therefore waits for whoever listens. A regular task has to be cancelled then, too: WildFly runs
 * none while it is suspended and logs that as an error. A server that was suspended by hand may go on again; it says that, too.
 */
public final class ServerStop implements NotificationListener, AutoCloseable {
    private static final String SERVER = "jboss.root:type=state";
    private static final String STATE = "RunningState";
    private static final String SUSPENDING = "suspending";
    private static final String NORMAL = "normal";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final Runnable stop;
    private final Runnable resume;

    /**
     * @param stop what is to be done before the server stops; it is waited for
     * @param resume what is to be done when it runs (again); also called when it has started, and then there may be nothing to do
     */
    public ServerStop(Runnable stop, Runnable resume) {
        this.stop = stop;
        this.resume = resume;
        AttributeChangeNotificationFilter filter = new AttributeChangeNotificationFilter();
        filter.enableAttribute(STATE);
        try {
            beans.addNotificationListener(new ObjectName(SERVER), this, filter, null);
        } catch (JMException e) {
            throw new IllegalStateException("the server does not tell its state", e);
        }
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification instanceof AttributeChangeNotification change) {
            switch (String.valueOf(change.getNewValue()).toLowerCase(Locale.ROOT)) {
                case SUSPENDING -> stop.run();
                case NORMAL -> resume.run();
                default -> {}
            }
        }
    }

    @Override
    public void close() {
        try {
            beans.removeNotificationListener(new ObjectName(SERVER), this);
        } catch (JMException e) {
            throw new IllegalStateException("the server does not tell its state any more", e);
        }
    }
}
