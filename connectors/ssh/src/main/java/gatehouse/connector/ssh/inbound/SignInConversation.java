package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.spi.inbound.SignInStep;
import gatehouse.kernel.Printable;
import gatehouse.kernel.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.session.ServerSession;

/**
 * One person signing in on one connection. Takes one message at a time ({@link Serial}).
 *
 * <p>A right first factor that needs another one is answered with partial success and {@code keyboard-interactive} as the only way
 * on (RFC 4252 section 5.1); within keyboard-interactive the next questions follow at once (RFC 4256 section 3.4).
 */
final class SignInConversation {
    private static final SignInStep.Ask ASK_PASSWORD =
            new SignInStep.Ask("", "", List.of(new SignInStep.Question("Password: ", false)));

    private final ServerSession session;
    private final String loginName;
    private final SignInReplies replies;
    private final Function<String, InboundSignIn> signIns;
    private final int mostFailures;
    private int failures;
    /** Questions that the next factor consists of; the only way on while present. */
    private Optional<SignInStep.Ask> pending = Optional.empty();
    /** Questions that were sent and not answered yet. */
    private Optional<SignInStep.Ask> asked = Optional.empty();

    /** Begun with the first message, on a thread that may wait. */
    private InboundSignIn signIn;

    private boolean over;

    SignInConversation(
            ServerSession session, String loginName, Function<String, InboundSignIn> signIns, int mostFailures) {
        this.session = session;
        this.loginName = loginName;
        this.replies = new SignInReplies(session);
        this.signIns = signIns;
        this.mostFailures = mostFailures;
    }

    /** The stage completes when the message has been answered. */
    CompletionStage<?> take(SignInMessage message) {
        if (over) {
            return done();
        }
        try {
            if (signIn == null) {
                signIn = signIns.apply(loginName);
            }
            return step(message).handle((answered, failure) -> {
                if (failure != null) {
                    broken(failure);
                }
                return answered;
            });
        } catch (IOException | RuntimeException failure) {
            broken(failure);
            return done();
        }
    }

    void abandon() {
        if (!over) {
            over = true;
            if (signIn != null) {
                signIn.abandoned();
            }
        }
    }

    private CompletionStage<?> step(SignInMessage message) throws IOException {
        return switch (message) {
            case SignInMessage.None() ->
                signIn instanceof InnerSignIn inner
                        ? inner.none().handle((next, failure) -> {
                            follow(failure == null ? next : refusal(failure), false);
                            return next;
                        })
                        : reply(false);
            case SignInMessage.Unknown() -> fail();
            case SignInMessage.Password(Secret secret) -> {
                if (pending.isPresent()) {
                    secret.close();
                    yield fail();
                }
                yield signIn.password(secret).thenAccept(next -> follow(next, false));
            }
            case SignInMessage.PublicKey offer -> publicKey(offer);
            case SignInMessage.KeyboardInteractive() -> ask(pending.orElse(ASK_PASSWORD));
            case SignInMessage.Answers(List<Secret> answers) -> answered(answers);
        };
    }

    private CompletionStage<?> publicKey(SignInMessage.PublicKey offer) throws IOException {
        if (pending.isPresent() || !KeyProof.isUsable(session, offer)) {
            return fail();
        }
        if (offer.signature().length > 0) {
            return KeyProof.holds(session, loginName, offer)
                    ? signIn.publicKey(offer.key()).thenAccept(next -> follow(next, false))
                    : fail();
        }
        return signIn.acceptsKey(offer.key())
                .thenAccept(accepted -> quietly(() -> {
                    if (accepted) {
                        replies.keyIsFine(offer);
                    } else {
                        fail();
                    }
                }));
    }

    private CompletionStage<?> ask(SignInStep.Ask questions) throws IOException {
        asked = Optional.of(questions);
        replies.ask(questions);
        return done();
    }

    private CompletionStage<?> answered(List<Secret> answers) throws IOException {
        Optional<SignInStep.Ask> questions = asked;
        asked = Optional.empty();
        if (questions.isEmpty() || questions.get().questions().size() != answers.size()) {
            answers.forEach(Secret::close);
            return fail();
        }
        CompletionStage<SignInStep> next =
                pending.isEmpty() ? signIn.password(answers.getFirst()) : signIn.answers(answers);
        return next.thenAccept(step -> follow(step, true));
    }

    private void follow(SignInStep step, boolean interactive) {
        quietly(() -> {
            switch (step) {
                case SignInStep.Done(InboundConnection connection) -> succeed(connection);
                case SignInStep.Ask questions -> {
                    pending = Optional.of(questions);
                    if (interactive) {
                        ask(questions);
                    } else {
                        reply(true);
                    }
                }
                case SignInStep.Refused() -> fail();
                case SignInStep.Ended(String message) -> end(message);
            }
        });
    }

    private static SignInStep refusal(Throwable failure) {
        return new SignInStep.Ended(Failures.shown(failure).detail());
    }

    private void succeed(InboundConnection connection) throws Exception {
        over = true;
        session.setAttribute(SshServerChannels.CONNECTION, connection);
        session.addCloseFutureListener(closed -> connection.closed());
        connection.established(this::hangUp);
        session.signalAuthenticationSuccess(loginName, SignInProtocol.NEXT_SERVICE, new ByteArrayBuffer());
    }

    private CompletionStage<?> fail() throws IOException {
        failures++;
        if (failures >= mostFailures) {
            end("too many authentication failures");
            return done();
        }
        return reply(false);
    }

    private CompletionStage<?> reply(boolean partial) throws IOException {
        replies.goOn(pending.isPresent(), partial);
        return done();
    }

    private void end(String message) throws IOException {
        abandon();
        session.disconnect(SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE, Printable.line(message));
    }

    private void hangUp(String why) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, Printable.line(why));
        } catch (IOException gone) {
            session.close(true);
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    private void quietly(Action action) {
        try {
            action.run();
        } catch (Exception failure) {
            broken(failure);
        }
    }

    /** A sign-in that fails for another reason than its factors ends with the connection, which says why as far as a person may know. */
    private void broken(Throwable failure) {
        abandon();
        if (!session.isOpen()) {
            return;
        }
        try {
            session.disconnect(
                    SshConstants.SSH2_DISCONNECT_SERVICE_NOT_AVAILABLE,
                    Printable.line(Failures.shown(failure).detail()));
        } catch (IOException gone) {
            session.close(true);
        }
    }

    private static CompletionStage<?> done() {
        return CompletableFuture.completedFuture(null);
    }
}
