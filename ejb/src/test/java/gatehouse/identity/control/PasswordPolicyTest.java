package gatehouse.identity.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.identity.entity.PasswordRules;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "elevenchars",
                "aaaaaaaaaaaaaaaa",
                "abababababab",
                "my name is ALICE",
                "Gatehouse is mine",
                "x1234567890x",
                "QWERTYUIOPas",
                "passwordpassword"
            })
    void whatIsGuessedFirstIsRefused(String text) {
        try (Secret password = Secret.ofString(text)) {
            assertThatThrownBy(() -> PasswordPolicy.check(new PasswordRules(), password, "alice"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageNotContaining(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "正确的马电池订书钉和其他几个词", "pa$$W0rd is no word"})
    void severalWordsAreWelcomeInAnyScript(String text) {
        try (Secret password = Secret.ofString(text)) {
            assertThatCode(() -> PasswordPolicy.check(new PasswordRules(), password, "alice"))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "a most wonderful day")
    void aShortUsernameIsNotLookedFor(String text) {
        try (Secret password = Secret.ofString(text)) {
            assertThatCode(() -> PasswordPolicy.check(new PasswordRules(), password, "ful"))
                    .doesNotThrowAnyException();
        }
    }
}
