package gatehouse.connector.telnet;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.outbound.Dial;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.telnet.signin.SignIn;
import gatehouse.connector.telnet.wire.TelnetWire;
import gatehouse.kernel.ProblemException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connects to targets, by the way that the session gives or else straight, and signs in. Blocks the thread that asks. */
record Dialler(Dial straight) {
    private static final Pty USUAL = new Pty("xterm-256color", WindowSize.cells(80, 24), Map.of());

    TelnetWire dial(OutboundTarget target) {
        if (!target.hops().isEmpty()) {
            throw new IllegalArgumentException("telnet passes no gateways by itself");
        }
        long deadline = System.nanoTime() + target.timeout().toNanos();
        SignIn signIn = new SignIn(target);
        TelnetWire wire = new TelnetWire(target.profile().terminal().orElse(USUAL), signIn);
        try {
            wire.connected(connection(target, wire, deadline));
            signIn.run(wire, deadline);
            return wire;
        } catch (ProblemException failure) {
            wire.hangUp();
            throw failure;
        }
    }

    private TunnelFlow connection(OutboundTarget target, TelnetWire wire, long deadline) {
        Endpoint endpoint = target.endpoint();
        try {
            return target.dial()
                    .orElse(straight)
                    .dial(endpoint.host(), endpoint.port(), wire)
                    .whenComplete((flow, failure) -> closeLate(flow, wire))
                    .toCompletableFuture()
                    .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw TelnetProblem.TIMEOUT.problem(
                    endpoint + " does not answer; check address, port and firewall, or the asset's zone", late);
        } catch (ExecutionException failure) {
            throw problem(endpoint, failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw TelnetProblem.UNAVAILABLE.problem("dialling was interrupted", stopped);
        }
    }

    private static ProblemException problem(Endpoint endpoint, Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem;
            case CompletionException wrapped when wrapped.getCause() != null -> problem(endpoint, wrapped.getCause());
            default -> TelnetProblem.UNREACHABLE.problem(endpoint + " cannot be reached", cause);
        };
    }

    /** Nobody waits for it any more. */
    private static void closeLate(TunnelFlow flow, TelnetWire wire) {
        if (flow != null && wire.whenClosed().toCompletableFuture().isDone()) {
            flow.close();
        }
    }
}
