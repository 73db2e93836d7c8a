package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static void require(String name, String before) {
        Names.requireSeen(KernelProblem.VALUE_INVALID, "name", name, before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web\u202e1",
                "web\u20661",
                "web\u200b-1",
                "web\u200f",
                "\ufeffweb",
                "web\u00ad1",
                "web\u2028",
                "web\u2029",
                "web\u001b[2J",
                "web\udb40\udc41"
            })
    void aNewNameShowsAllThatItIs(String name) {
        assertThatThrownBy(() -> require(name, "")).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(KernelProblem.VALUE_INVALID);
            assertThat(refusal.fields()).extracting(WrongField::field).containsExactly("name");
        });
        assertThatThrownBy(() -> require(name, "web-1")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-1", "Büro 3 (Köln)", "数据库-1", "خادم", "שרת", "db \ud83d\udd12"})
    void namesOfAllScriptsAreTaken(String name) {
        assertThatCode(() -> require(name, "")).doesNotThrowAnyException();
    }

    @Test
    void aNameThatIsKeptMayStay() {
        assertThatCode(() -> require("web\u200b-1", "web\u200b-1")).doesNotThrowAnyException();
    }
}
