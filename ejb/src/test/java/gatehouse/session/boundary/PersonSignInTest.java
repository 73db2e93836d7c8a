package gatehouse.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.boundary.SignIn;
import gatehouse.access.boundary.SignInConversation;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.SignInStep;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonSignInTest {
    private static final InboundOrigin ORIGIN = new InboundOrigin("ssh", "192.0.2.7", 50_000, "ssh-1", "");

    @Test
    void whatHasNothingToDoWithTheProofEndsTheConnectionAndSaysWhy() {
        assertThat(password(IdentityProblem.BUSY.problem("too many at once")))
                .isEqualTo(new SignInStep.Ended("too many at once"));
        assertThat(password(KernelProblem.DATABASE_UNAVAILABLE.problem("come back later")))
                .isEqualTo(new SignInStep.Ended("come back later"));
    }

    @Test
    void anyOtherReasonIsARefusalLikeEveryOther() {
        assertThat(password(IdentityProblem.TOO_MANY_FAILURES.problem("in 3 minutes")))
                .isEqualTo(new SignInStep.Refused());
        assertThat(person(IdentityProblem.BUSY.problem("never asked"))
                        .answers(List.of())
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new SignInStep.Refused());
    }

    private static SignInStep password(ProblemException problem) {
        return person(problem)
                .password(Secret.ofString("any"))
                .toCompletableFuture()
                .join();
    }

    private static PersonSignIn person(ProblemException problem) {
        return new PersonSignIn(new Failing(problem), null, new Work("test", null), ORIGIN, "alice");
    }

    private static final class Failing extends SignIn {
        private final ProblemException problem;

        Failing(ProblemException problem) {
            this.problem = problem;
        }

        @Override
        public SignInConversation begin(SignInOrigin origin, String username) {
            throw problem;
        }
    }
}
