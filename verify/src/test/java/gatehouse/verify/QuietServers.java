package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Behind every class of tests (META-INF/services): what a server wrote about itself at ERROR while the class ran, and the class did not
 * foresee ({@link RunningGatehouse#expectErrors}), fails it; so do threads that wait for each other.
 */
public final class QuietServers implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext tests) {
        assertThat(RunningGatehouse.newErrors())
                .as("errors in the servers' logs since the class before " + tests.getDisplayName())
                .isEmpty();
        assertThat(RunningGatehouse.deadlock())
                .as("threads that wait for each other, behind " + tests.getDisplayName())
                .isEmpty();
    }
}
