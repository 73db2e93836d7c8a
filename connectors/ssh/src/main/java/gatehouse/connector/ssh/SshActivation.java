package gatehouse.connector.ssh;

import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.ssh.inbound.InboundServer;
import gatehouse.connector.ssh.outbound.Dialler;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One activated endpoint. It starts in the background, because the application that the host keys come from is itself still being
 * deployed when the container activates the endpoint. WildFly also activates it, when it has started and when it goes on after it was
 * suspended, before it lets anybody call beans again: what a call fails with is not the end.
 */
final class SshActivation {
    private static final long RETRY_MILLIS = 500;
    /** Half a minute: whoever waits for that long is told why. */
    private static final int TRIES_UNTOLD = 60;

    private static final long WARM_UP_AFTER_SECONDS = 20;

    private final InboundListener listener;
    private final SshActivationSpec spec;
    private final Supplier<Dialler> dialler;
    private final Executor work;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int failures;
    private InboundServer server;
    private int port;

    SshActivation(InboundListener listener, SshActivationSpec spec, Supplier<Dialler> dialler, Executor work) {
        this.listener = listener;
        this.spec = spec;
        this.dialler = dialler;
        this.work = work;
    }

    void start() {
        work.execute(this::startUntilStopped);
    }

    private void startUntilStopped() {
        boolean again = true;
        while (again) {
            try {
                again = !tryStart() && !stopping.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return false when it should be tried again */
    private boolean tryStart() {
        InboundServer starting = new InboundServer(listener, spec, work);
        try {
            int listening = starting.start();
            if (!keep(starting, listening)) {
                starting.stop();
                return true;
            }
            SshLog.LOG.listening(spec.getBindAddress(), listening);
            warmUp();
            return true;
        } catch (ProblemException notYet) {
            if (notYet.code() == SshProblem.UNAVAILABLE) {
                return false;
            }
            SshLog.LOG.noServerKey(notYet);
            return true;
        } catch (IOException failure) {
            SshLog.LOG.cannotListen(spec.getBindAddress(), spec.getPort(), failure);
            return true;
        } catch (GeneralSecurityException failure) {
            SshLog.LOG.noServerKey(failure);
            return true;
        } catch (RuntimeException failure) {
            tell(failure);
            return false;
        }
    }

    /** Once, and not at once. */
    private void tell(RuntimeException failure) {
        failures++;
        if (failures == TRIES_UNTOLD) {
            SshLog.LOG.noServerKey(failure);
        }
    }

    /** Later, when the server has started as a whole. */
    private void warmUp() {
        if (spec.getWarmUpKeystrokes() > 0) {
            work.execute(this::warmUpUnlessStopping);
        }
    }

    private void warmUpUnlessStopping() {
        try {
            if (!stopping.await(WARM_UP_AFTER_SECONDS, TimeUnit.SECONDS)) {
                new WarmUp(listener, dialler.get(), work).run(spec.getWarmUpKeystrokes());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            // it only makes the first keystrokes faster; a server that is being stopped meanwhile ends up here, too
            SshLog.LOG.debug("the way of keystrokes was not warmed up", failure);
        }
    }

    private synchronized boolean keep(InboundServer started, int listening) {
        if (stopping.getCount() == 0) {
            return false;
        }
        server = started;
        port = listening;
        return true;
    }

    void stop() {
        InboundServer running;
        synchronized (this) {
            stopping.countDown();
            running = server;
            server = null;
        }
        if (running == null) {
            return;
        }
        try {
            running.stop();
            SshLog.LOG.stopped(port);
        } catch (IOException failure) {
            SshLog.LOG.unexpected(failure);
        }
    }
}
