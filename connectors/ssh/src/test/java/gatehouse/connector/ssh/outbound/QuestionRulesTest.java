package gatehouse.connector.ssh.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.outbound.QuestionRules.Wanted;
import gatehouse.kernel.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRulesTest {
    private final QuestionRules usual = QuestionRules.from(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password: ",
                "deploy@web-1's password:",
                "(current) UNIX password: ",
                "Passwort:",
                "deploy@new-host's password: ",
                "Welcome to the new host\nPassword:",
                "新加坡服务器密码：",
                "请重新输入密码：",
                "Enter PASSCODE:",
                "Passphrase for login: ",
                "密码：",
                "请输入口令：",
                "(deploy@10.0.0.1) Password for user:"
            })
    void whatUsuallyAsksForThePassword(String question) {
        assertThat(usual.wanted(question, false)).isEqualTo(Wanted.PASSWORD);
        assertThat(usual.wanted(question, true)).isEqualTo(Wanted.ECHOED_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login: ", "web-1 login:", "login as: ", "Username:", "User Name", "user:", "用户名：", "账号: "})
    void whatUsuallyAsksForTheUserName(String question) {
        assertThat(usual.wanted(question, true)).isEqualTo(Wanted.USERNAME);
        assertThat(usual.wanted(question, false)).isEqualTo(Wanted.USERNAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Verification code: ", "PIN:", "Login accepted. Duo two-factor: 1 or 2"})
    void whatNothingUsuallyAnswers(String question) {
        assertThat(usual.wanted(question, false)).isEqualTo(Wanted.UNKNOWN);
        assertThat(usual.wanted(question, true)).isEqualTo(Wanted.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "New password: ",
                "Retype new password:",
                "Enter new UNIX password:",
                "New LDAP password:",
                "NEW  (LDAP)\tPASSWORD:",
                "newpassword:",
                "Enter a new PIN or password:",
                "One-time password (OATH) for `deploy': ",
                "One-time (OATH) passcode:",
                "Onetime passcode:",
                "OTP password:",
                "新密码：",
                "新的 密码：",
                "请输入新的UNIX密码：",
                "新登录口令：",
                "动态口令：",
                "动态 密码：",
                "一次性 口令：",
                "一次性密码："
            })
    void noPatternAnswersAQuestionForAnotherPasswordWithThePresentOne(String question) {
        QuestionRules own = QuestionRules.from(Map.of("password_question", "pass|PIN|密码|口令"));
        for (boolean echo : new boolean[] {true, false}) {
            assertThat(usual.wanted(question, echo)).isEqualTo(Wanted.OTHER_PASSWORD);
            assertThat(own.wanted(question, echo)).isEqualTo(Wanted.OTHER_PASSWORD);
        }
    }

    @Test
    void onlyAPatternOfThePlatformAnswersEchoedQuestionsWithThePassword() {
        QuestionRules own = QuestionRules.from(Map.of("password_question", "pass|PIN"));

        assertThat(own.wanted("pin: ", true)).isEqualTo(Wanted.PASSWORD);
        assertThat(own.wanted("Password: ", true)).isEqualTo(Wanted.PASSWORD);
        assertThat(own.wanted("Password for login: ", true)).isEqualTo(Wanted.PASSWORD);
        assertThat(QuestionRules.from(Map.of("password_question", " ")).wanted("Password: ", true))
                .as("a blank is no pattern")
                .isEqualTo(Wanted.ECHOED_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+:$", "(a|a)*:$", "(?:a|aa)+:$", "(.*a){20}:$"})
    void noPatternTakesForEver(String pattern) {
        for (String setting : new String[] {"password_question", "username_question"}) {
            QuestionRules rules = QuestionRules.from(Map.of(setting, pattern));

            assertThat(rules.wanted("a".repeat(5000) + "!", false)).isEqualTo(Wanted.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?:){300000000}x", "((x{99}){99}){99}", "(?<!new )password", "(a)\\1", "("})
    void aPatternThatWasStoredAndCannotBeLookedForIsRefused(String pattern) {
        for (String setting : new String[] {"password_question", "username_question"}) {
            assertThatThrownBy(() -> QuestionRules.from(Map.of(setting, pattern)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(SshProblem.PATTERN_INVALID))
                    .hasMessageContaining(setting)
                    .hasMessageContaining(pattern);
        }
    }

    @Test
    void whatComesWithGatehouseCopesWithLongQuestions() {
        for (String part : new String[] {"login ", "user ", "new ", "pass", "用户名 ", "login as", ": ", " "}) {
            assertThat(usual.wanted(part.repeat(60_000 / part.length()) + "?", false))
                    .isEqualTo(Wanted.UNKNOWN);
        }
    }
}
