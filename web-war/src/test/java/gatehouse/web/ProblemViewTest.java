package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemViewTest {
    @ParameterizedTest
    @CsvSource({
        "the key is too long, The key is too long",
        "a label is name:value, A label is name:value",
        "db:22 cannot be reached, db:22 cannot be reached",
        "'nothing came, try again', 'Nothing came, try again'",
        "limits: two of them, Limits: two of them",
        "web-1 does not answer, web-1 does not answer",
        "/srv/a is there already, /srv/a is there already",
        "Permission denied, Permission denied",
        "'', ''",
    })
    void aDetailBeginsAsASentenceDoes(String detail, String shown) {
        assertThat(ProblemView.of("VALUE_INVALID", 400, detail).detail()).isEqualTo(shown);
    }

    @Test
    void wrongMembersAreErrorsOfTheProblem() {
        ProblemException problem = KernelProblem.VALUE_INVALID.at("protocols[1].port", "the port must be 1 to 65535");
        assertThat(ProblemView.of(problem).errors().orElseThrow())
                .containsExactly(new ProblemView.FieldError(
                        "protocols[1].port", "VALUE_INVALID", "The port must be 1 to 65535"));
    }

    @Test
    void aProblemAboutNoMemberHasNoErrors() {
        assertThat(ProblemView.of(KernelProblem.VALUE_INVALID.problem("not so")).errors())
                .isEmpty();
    }
}
