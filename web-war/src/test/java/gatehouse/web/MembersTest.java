package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembersTest {
    @Test
    void ofALongListThatIsWrongNoMoreIsReadThanIsTold() {
        Members members = new Members();
        List<String> read = new ArrayList<>();

        List<String> right = members.list("labels", Collections.nCopies(1000, "wrong"), word -> {
            read.add(word);
            throw KernelProblem.VALUE_INVALID.problem(word);
        });

        assertThat(right).isEmpty();
        assertThatThrownBy(() -> members.whole(() -> "made"))
                .isInstanceOfSatisfying(
                        ProblemException.class, refusal -> assertThat(read).hasSameSizeAs(refusal.fields()));
    }
}
