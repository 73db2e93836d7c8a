package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageRequestTest {
    @Test
    void whatNoDatabaseFindsIsRefusedBeforeItIsAsked() {
        assertThat(PageRequest.first(10).searching("web-1").search()).isEqualTo("web-1");
        assertThatThrownBy(() -> PageRequest.first(10).searching("web\u0000"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.INVALID));
    }
}
