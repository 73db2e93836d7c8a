package gatehouse.identity.boundary;

import gatehouse.identity.control.IdentityLog;
import gatehouse.identity.control.LinkFile;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Writes the set-up link at the start and answers requests for new links: {@code ./gatehouse setup-link} and {@code ./gatehouse
 * admin-reset NAME} put a file into {@code $GATEHOUSE_HOME/requests}, which is looked at every two seconds.
 */
@Singleton
@Startup
@DependsOn("KeyringStart")
public class LinkRequests {
    @Inject
    private FirstAdministrator administrator;

    private LinkFile file;

    @PostConstruct
    void start() {
        file = LinkFile.ofServer();
        offer();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void answer() {
        file.answerRequest("setup-link", ignored -> offer());
        file.answerRequest("admin-reset", this::reset);
    }

    private void offer() {
        if (administrator.offer(file)) {
            IdentityLog.LOG.setupLinkWritten(System.getProperty("gatehouse.home"));
        }
    }

    private void reset(String username) {
        if (administrator.offerReset(file, username)) {
            IdentityLog.LOG.resetLinkWritten(username, System.getProperty("gatehouse.home"));
        } else {
            IdentityLog.LOG.resetRefused(username);
        }
    }
}
