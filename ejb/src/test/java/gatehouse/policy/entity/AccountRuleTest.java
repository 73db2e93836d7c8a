package gatehouse.policy.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRuleTest {
    @Test
    void wordsAndRuleAreTheSame() {
        var words = List.of("@ALL", "@USER", "@INPUT", "deploy", "root", "!admin");
        assertThat(AccountRule.parse(words).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ANY", "", "!", "a\nb", "@"})
    void nonsenseIsRefused(String word) {
        assertThatThrownBy(() -> AccountRule.parse(List.of(word))).isInstanceOf(ProblemException.class);
    }

    @Test
    void exclusionsIgnoreCase() {
        assertThat(AccountRule.parse(List.of("!Root")).excludes("rOOT")).isTrue();
        assertThat(AccountRule.parse(List.of("root")).excludes("root")).isFalse();
        assertThat(AccountRule.parse(List.of("!root")).excludes(" root ")).isTrue();
    }

    @Test
    void blanksBehindTheMarkChangeNoExclusion() {
        assertThat(AccountRule.parse(List.of("@ALL", "! root")).excludes("root"))
                .isTrue();
    }

    /** A mebibyte of them must neither be read to its end nor come back. */
    @Test
    void ofManyLongWrongWordsTheFirstAreToldByTheirBeginnings() {
        List<String> words = IntStream.range(0, 1000)
                .mapToObj(i -> "@" + "x".repeat(1000) + i)
                .toList();
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> AccountRule.parse(words));
        assertThat(refused.fields())
                .hasSize(50)
                .allSatisfy(field -> assertThat(field.detail()).hasSizeLessThan(300));
    }
}
