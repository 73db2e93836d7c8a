package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.identity.entity.IdentityProblem;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.PolicyProblem;
import gatehouse.vault.entity.VaultProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13.1.1. */
class VersionsTest {
    @Test
    void withoutATagOrWithAStarTheVersionThatWasReadCounts() {
        assertThat(Versions.merged(null, 7)).isEqualTo(7);
        assertThat(Versions.merged("*", 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5", " \"5\" ", "W/\"9\", \"5\"", "\"5\", \"5\"", "\"other\",\"5\""})
    void aStrongTagIsTheVersionThatIsMeant(String tag) {
        assertThat(Versions.merged(tag, 7)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "W/\"7\", W/\"6\"", "\"other\"", "\"\"", "\"99999999999\""})
    void aWeakTagAndOneThatIsNoVersionMatchNothing(String tag) {
        assertProblem(tag, WebProblem.VERSION_NEVER_MATCHES, 412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"5\"x", "w/\"5\"", "\"5", "seven", "\"5\", \"6\"", "*, \"5\""})
    void whatIsNoTagIsRefused(String tag) {
        assertProblem(tag, KernelProblem.VALUE_INVALID, 400);
    }

    @Test
    void aVersionThatIsOldIsAFailedConditionOnlyWhereTheClientNamedIt() {
        assertThat(Versions.status("\"5\"")).isEqualTo(412);
        assertThat(Versions.status(null)).isEqualTo(409);
        assertThat(Versions.status(" * ")).isEqualTo(409);
    }

    /** Each context has its own code for it. */
    @ParameterizedTest
    @ValueSource(classes = {IdentityProblem.class, InventoryProblem.class, PolicyProblem.class, VaultProblem.class})
    void everyCodeOfAChangeMeanwhileIsKnown(Class<? extends Enum<?>> codes) {
        List<? extends Enum<?>> all = List.of(codes.getEnumConstants());
        List<? extends Enum<?>> changed = all.stream()
                .filter(code -> code.name().endsWith("CHANGED_MEANWHILE"))
                .toList();
        assertThat(changed).hasSize(1);
        assertThat(all.stream()
                        .map(ProblemCode.class::cast)
                        .filter(Versions::isChanged)
                        .map(ProblemCode::name))
                .containsExactly(changed.getFirst().name());
    }

    private static void assertProblem(String tag, ProblemCode code, int status) {
        assertThatThrownBy(() -> Versions.wanted(tag)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(ProblemView.of(problem).status()).isEqualTo(status);
        });
    }
}
