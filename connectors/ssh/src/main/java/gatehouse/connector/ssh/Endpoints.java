package gatehouse.connector.ssh;

import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.kernel.Secret;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the message-driven bean: takes an endpoint for each call and gives it back, so that a small pool serves everybody. */
record Endpoints(MessageEndpointFactory factory) implements InboundListener {
    @Override
    public InboundSignIn signIn(InboundOrigin origin, String loginName) {
        return call(listener -> listener.signIn(origin, loginName));
    }

    @Override
    public Secret serverKey(String name, Supplier<Secret> generator) {
        return call(listener -> listener.serverKey(name, generator));
    }

    @Override
    public void serverIdentity(String name, String line) {
        call(listener -> {
            listener.serverIdentity(name, line);
            return name;
        });
    }

    private <T> T call(Function<InboundListener, T> question) {
        MessageEndpoint endpoint;
        try {
            endpoint = factory.createEndpoint(null);
        } catch (UnavailableException notNow) {
            throw SshProblem.UNAVAILABLE.problem("Gatehouse is starting or stopping; try again shortly", notNow);
        }
        try {
            return question.apply((InboundListener) endpoint);
        } finally {
            endpoint.release();
        }
    }
}
