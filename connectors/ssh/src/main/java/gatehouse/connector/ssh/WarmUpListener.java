package gatehouse.connector.ssh;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.spi.inbound.SignInStep;
import gatehouse.connector.ssh.outbound.Terminals;
import gatehouse.kernel.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.sshd.client.session.ClientSession;

/** Receives nobody but {@link WarmUp}, who knows the password. */
final class WarmUpListener implements InboundListener {
    static final String RELAY = "relay";
    static final String ECHO = "echo";
    private static final int PASSWORD_BYTES = 32;

    /** Reaches {@link #ECHO}. */
    interface Relay {
        ClientSession dial(int port, Secret password);
    }

    private final InboundListener keys;
    private final Secret password;
    private final Relay relay;
    private final Executor work;
    volatile int port;

    WarmUpListener(InboundListener keys, Secret password, Relay relay, Executor work) {
        this.keys = keys;
        this.password = password;
        this.relay = relay;
        this.work = work;
    }

    static Secret randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Secret.ofString(HexFormat.of().formatHex(random));
    }

    static SshActivationSpec spec() {
        SshActivationSpec spec = new SshActivationSpec();
        spec.setBindAddress("127.0.0.1");
        spec.setPort(0);
        spec.setMostAuthenticationFailures(1);
        return spec;
    }

    @Override
    public InboundSignIn signIn(InboundOrigin origin, String loginName) {
        return new OnlyPassword(loginName);
    }

    @Override
    public Secret serverKey(String name, Supplier<Secret> generator) {
        return keys.serverKey(name, generator);
    }

    private final class OnlyPassword implements InboundSignIn {
        private final String loginName;

        OnlyPassword(String loginName) {
            this.loginName = loginName;
        }

        @Override
        public CompletionStage<SignInStep> password(Secret given) {
            try (given) {
                return CompletableFuture.completedFuture(
                        given.equals(password)
                                ? new SignInStep.Done(new EchoingConnection(loginName.equals(RELAY)))
                                : new SignInStep.Ended("nobody signs in here"));
            }
        }

        @Override
        public CompletionStage<Boolean> acceptsKey(byte[] encoded) {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public CompletionStage<SignInStep> publicKey(byte[] encoded) {
            return CompletableFuture.completedFuture(new SignInStep.Ended("nobody signs in here"));
        }

        @Override
        public CompletionStage<SignInStep> answers(List<Secret> answers) {
            answers.forEach(Secret::close);
            return CompletableFuture.completedFuture(new SignInStep.Ended("nobody signs in here"));
        }

        @Override
        public void abandoned() {
            // nothing was opened
        }
    }

    private final class EchoingConnection implements InboundConnection {
        private final boolean relaying;
        private volatile Optional<ClientSession> further = Optional.empty();

        EchoingConnection(boolean relaying) {
            this.relaying = relaying;
        }

        @Override
        public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
            if (!relaying) {
                return CompletableFuture.completedFuture(new Echo(output));
            }
            return CompletableFuture.supplyAsync(() -> relay.dial(port, password), work)
                    .thenCompose(session -> {
                        further = Optional.of(session);
                        return Terminals.open(session, request, output);
                    });
        }

        @Override
        public void closed() {
            further.ifPresent(session -> session.close(true));
        }
    }

    private record Echo(TerminalOutput output) implements TerminalInput {
        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            output.output(bytes, offset, length, done);
        }

        @Override
        public void endOfInput() {
            output.closed(Optional.empty());
        }

        @Override
        public void resize(WindowSize size) {
            // shows nothing
        }

        @Override
        public void signal(String name) {
            // runs nothing
        }

        @Override
        public void close() {
            output.closed(Optional.empty());
        }
    }
}
