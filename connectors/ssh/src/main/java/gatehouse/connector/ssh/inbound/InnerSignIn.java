package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.spi.inbound.SignInStep;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.kernel.Secret;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Signs in on a connection whose person is known already: the method {@code none} is enough, and the only one. */
record InnerSignIn(TunnelAnswer.InnerLogin login, String loginName) implements InboundSignIn {
    CompletionStage<SignInStep> none() {
        return login.open(loginName).thenApply(SignInStep.Done::new);
    }

    @Override
    public CompletionStage<SignInStep> password(Secret password) {
        password.close();
        return refused();
    }

    @Override
    public CompletionStage<Boolean> acceptsKey(byte[] encoded) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletionStage<SignInStep> publicKey(byte[] encoded) {
        return refused();
    }

    @Override
    public CompletionStage<SignInStep> answers(List<Secret> answers) {
        answers.forEach(Secret::close);
        return refused();
    }

    @Override
    public void abandoned() {
        // nothing was opened
    }

    private static CompletionStage<SignInStep> refused() {
        return CompletableFuture.completedFuture(new SignInStep.Ended("not here"));
    }
}
