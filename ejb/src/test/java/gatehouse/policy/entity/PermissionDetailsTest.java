package gatehouse.policy.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermissionDetailsTest {
    /** Of 100 characters with the end of the line. */
    private static final String NAME = "a-name-of-somebody".repeat(6).substring(0, 94);

    @Test
    void accountsHaveUpTo4000CharactersTogether() {
        assertThat(details(names(40), Set.of()).accounts().words()).hasSize(40);
        assertInvalid(names(41), Set.of());
    }

    @Test
    void protocolsHaveUpTo1000CharactersTogether() {
        assertThat(details(List.of("@ALL"), Set.copyOf(names(10))).protocols()).hasSize(10);
        assertInvalid(List.of("@ALL"), Set.copyOf(names(11)));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> NAME + (10_000 + number))
                .collect(Collectors.toList());
    }

    private static void assertInvalid(List<String> accounts, Set<String> protocols) {
        assertThatThrownBy(() -> details(accounts, protocols))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(PolicyProblem.PERMISSION_INVALID));
    }

    private static PermissionDetails details(List<String> accounts, Set<String> protocols) {
        return new PermissionDetails(
                "long",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                AccountRule.parse(accounts),
                protocols,
                Set.of(Action.CONNECT),
                TunnelRule.ASSET_ONLY,
                Optional.empty(),
                Optional.empty(),
                true,
                "");
    }
}
