package gatehouse.connector.ssh;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingConnectionManager;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.spi.inbound.SignInStep;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.connector.ssh.inbound.InboundServer;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Server and client of the connector with a listener that knows two people and leads everybody to one target: {@code alice} with the
 * password "right", {@code carol} with the password "right" and then the code "123456", and whoever has an accepted key.
 * The sign-ins of {@code outage} and {@code defect} fail as their names say.
 */
final class TestingBastion implements InboundListener, AutoCloseable {
    final List<String> acceptedKeys = new CopyOnWriteArrayList<>();
    final AtomicInteger signIns = new AtomicInteger();
    final List<InboundOrigin> origins = new CopyOnWriteArrayList<>();
    final Map<String, String> identities = new ConcurrentHashMap<>();
    final List<String> innerLogins = new CopyOnWriteArrayList<>();
    final AtomicInteger abandoned = new AtomicInteger();
    final AtomicInteger connectionsClosed = new AtomicInteger();
    final List<String> opened = new CopyOnWriteArrayList<>();
    final SshResourceAdapter adapter = new SshResourceAdapter();
    final TerminalConnectionFactory connector;
    final int port;
    private final Map<String, Secret> keys = new ConcurrentHashMap<>();
    private final InboundServer server;
    private final Work work = new Work("testing-bastion", null);
    volatile Supplier<OutboundTarget> target;
    /** In place of the target, for the command {@code own}. */
    volatile Function<TerminalOutput, TerminalInput> own;

    TestingBastion(SshActivationSpec spec) throws Exception {
        adapter.start(null);
        SshManagedConnectionFactory factory = new SshManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        connector = (TerminalConnectionFactory) factory.createConnectionFactory(new TestingConnectionManager());
        server = new InboundServer(this, spec, work);
        port = server.start();
    }

    static SshActivationSpec anyPort() {
        SshActivationSpec spec = new SshActivationSpec();
        spec.setPort(0);
        return spec;
    }

    @Override
    public InboundSignIn signIn(InboundOrigin origin, String loginName) {
        signIns.incrementAndGet();
        origins.add(origin);
        return new TestingSignIn(loginName);
    }

    @Override
    public Secret serverKey(String name, Supplier<Secret> generator) {
        return keys.computeIfAbsent(name, missing -> generator.get()).copy();
    }

    @Override
    public void serverIdentity(String name, String line) {
        identities.put(name, line);
    }

    @Override
    public void close() throws java.io.IOException {
        server.stop();
        adapter.stop();
    }

    private final class TestingSignIn implements InboundSignIn {
        private final String loginName;

        TestingSignIn(String loginName) {
            this.loginName = loginName;
        }

        @Override
        public CompletionStage<SignInStep> password(Secret password) {
            try (password) {
                if (!password.asString().equals("right")) {
                    return refused();
                }
            }
            if (loginName.equals("outage")) {
                return CompletableFuture.failedFuture(KernelProblem.DATABASE_UNAVAILABLE.problem("come back later"));
            }
            if (loginName.equals("crowd")) {
                return CompletableFuture.completedFuture(new SignInStep.Ended("too many at once"));
            }
            if (loginName.equals("defect")) {
                return CompletableFuture.failedFuture(new IllegalStateException("only for the log"));
            }
            if (loginName.equals("carol")) {
                return CompletableFuture.completedFuture(
                        new SignInStep.Ask("Second factor", "", List.of(new SignInStep.Question("Code: ", true))));
            }
            return signedIn();
        }

        @Override
        public CompletionStage<Boolean> acceptsKey(byte[] encoded) {
            return CompletableFuture.completedFuture(
                    acceptedKeys.contains(Base64.getEncoder().encodeToString(encoded)));
        }

        @Override
        public CompletionStage<SignInStep> publicKey(byte[] encoded) {
            return acceptsKey(encoded).thenCompose(accepted -> accepted ? signedIn() : refused());
        }

        @Override
        public CompletionStage<SignInStep> answers(List<Secret> answers) {
            boolean right = answers.getFirst().asString().equals("123456");
            answers.forEach(Secret::close);
            return right ? signedIn() : refused();
        }

        @Override
        public void abandoned() {
            abandoned.incrementAndGet();
        }

        private CompletionStage<SignInStep> refused() {
            return CompletableFuture.completedFuture(new SignInStep.Refused());
        }

        private CompletionStage<SignInStep> signedIn() {
            return CompletableFuture.completedFuture(new SignInStep.Done(new TestingConnection()));
        }
    }

    private final class TestingConnection implements InboundConnection {
        private final List<TerminalConnection> wires = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
            opened.add("terminal");
            if (request.command().equals("wait for ever")) {
                return new CompletableFuture<>();
            }
            if (request.command().equals("own")) {
                return CompletableFuture.completedFuture(own.apply(output));
            }
            return CompletableFuture.supplyAsync(() -> connector.connect(target.get()), work)
                    .thenCompose(wire -> {
                        wires.add(wire);
                        return wire.open(request, output);
                    });
        }

        @Override
        public CompletionStage<TunnelAnswer> tunnel(TunnelRequest request, TunnelFlow toPerson) {
            if (request.host().equals("forbidden.test")) {
                return CompletableFuture.failedFuture(KernelProblem.RIGHT_MISSING.problem("no"));
            }
            if (request.host().equals("steering.test")) {
                return CompletableFuture.failedFuture(KernelProblem.RIGHT_MISSING.problem("no\u001b[2J \u009b2J"));
            }
            if (request.host().toLowerCase(Locale.ROOT).endsWith(".test")) {
                return CompletableFuture.completedFuture(new TunnelAnswer.Inner(login -> {
                    innerLogins.add(login);
                    return CompletableFuture.completedFuture(new TestingConnection());
                }));
            }
            return CompletableFuture.supplyAsync(() -> connector.connect(target.get()), work)
                    .thenCompose(wire -> {
                        wires.add(wire);
                        return wire.tunnel(request.host(), request.port(), toPerson);
                    })
                    .thenApply(TunnelAnswer.Relayed::new);
        }

        @Override
        public CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
            if (request.host().equals("forbidden.test")) {
                return CompletableFuture.failedFuture(KernelProblem.RIGHT_MISSING.problem("no"));
            }
            return CompletableFuture.supplyAsync(() -> connector.connect(target.get()), work)
                    .thenCompose(wire -> {
                        wires.add(wire);
                        return wire.listen(request, toPerson);
                    })
                    .whenCompleteAsync(
                            (there, failure) -> opened.add("listening"),
                            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, work));
        }

        @Override
        public void closed() {
            connectionsClosed.incrementAndGet();
            wires.forEach(TerminalConnection::close);
        }
    }
}
