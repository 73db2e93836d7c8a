package gatehouse.session.boundary;

import gatehouse.access.boundary.SignIn;
import gatehouse.access.boundary.SignInConversation;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.spi.inbound.SignInStep;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.session.control.menu.LoginName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Translates between a connector's conversation and {@link SignIn}; a token's value is its only proof. */
final class PersonSignIn implements InboundSignIn {
    private final SignIn signIn;
    private final Reception reception;
    private final Work work;
    private final InboundOrigin origin;
    private final LoginName name;
    private SignInConversation conversation;

    PersonSignIn(SignIn signIn, Reception reception, Work work, InboundOrigin origin, String loginName) {
        this.signIn = signIn;
        this.reception = reception;
        this.work = work;
        this.origin = origin;
        this.name = LoginName.parse(loginName, Reception.protocols());
    }

    @Override
    public CompletionStage<SignInStep> password(Secret password) {
        if (name instanceof LoginName.Token token) {
            return step(() -> {
                try (password) {
                    return new SignInStep.Done(reception.byToken(origin, token.id(), password));
                }
            });
        }
        return step(() -> translated(conversation().password(password)));
    }

    @Override
    public CompletionStage<Boolean> acceptsKey(byte[] encoded) {
        return name instanceof LoginName.Token
                ? CompletableFuture.completedFuture(false)
                : work.supply(() -> conversation().acceptsKey(encoded));
    }

    @Override
    public CompletionStage<SignInStep> publicKey(byte[] encoded) {
        return name instanceof LoginName.Token
                ? CompletableFuture.completedFuture(new SignInStep.Refused())
                : step(() -> translated(conversation().publicKey(encoded)));
    }

    @Override
    public CompletionStage<SignInStep> answers(List<Secret> answers) {
        if (answers.size() != 1) {
            answers.forEach(Secret::close);
            return CompletableFuture.completedFuture(new SignInStep.Refused());
        }
        return step(() -> translated(conversation().totp(answers.getFirst())));
    }

    @Override
    public void abandoned() {
        // nothing was opened yet
    }

    /** What has nothing to do with the proof is no refusal of it, and says nothing of whether there is such a person. */
    private CompletionStage<SignInStep> step(Supplier<SignInStep> task) {
        return work.supply(() -> {
            try {
                return task.get();
            } catch (ProblemException problem) {
                return problem.kind() == Kind.UNAVAILABLE || problem.code() == IdentityProblem.BUSY
                        ? new SignInStep.Ended(problem.detail())
                        : new SignInStep.Refused();
            }
        });
    }

    /** Made at the first factor: finding the candidate asks the database. */
    private synchronized SignInConversation conversation() {
        if (conversation == null) {
            SignInOrigin from = new SignInOrigin(origin.protocol(), origin.address(), origin.clientVersion());
            conversation = signIn.begin(from, username());
        }
        return conversation;
    }

    private String username() {
        return switch (name) {
            case LoginName.Plain plain -> plain.user();
            case LoginName.Direct direct -> direct.user();
            case LoginName.Token token -> "";
        };
    }

    private SignInStep translated(gatehouse.access.entity.SignInStep step) {
        return switch (step) {
            case gatehouse.access.entity.SignInStep.SignedIn in ->
                new SignInStep.Done(
                        reception.signedIn(origin, in, name, conversation().locale()));
            case gatehouse.access.entity.SignInStep.NextFactor next -> ask(next.factors());
            case gatehouse.access.entity.SignInStep.NotYet(String message) -> new SignInStep.Ended(message);
            case gatehouse.access.entity.SignInStep.Barred(String message) -> new SignInStep.Ended(message);
            case gatehouse.access.entity.SignInStep.Refused refused -> new SignInStep.Refused();
        };
    }

    private static SignInStep ask(Set<FactorKind> factors) {
        if (factors.contains(FactorKind.TOTP)) {
            return new SignInStep.Ask("", "", List.of(new SignInStep.Question("One-time code (一次性验证码): ", false)));
        }
        return new SignInStep.Ended(
                "Another factor is wanted (" + factors.iterator().next() + "): sign in with it as well.");
    }
}
