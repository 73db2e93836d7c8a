package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldChecksTest {
    private final FieldChecks checks = new FieldChecks();

    @Test
    void nothingWrongGivesTheWhole() {
        checks.require(true, "name", KernelProblem.VALUE_INVALID, "a name is wanted");
        assertThat(checks.read("port", () -> 22)).hasValue(22);
        assertThat(checks.<String>whole(() -> "made")).isEqualTo("made");
    }

    @Test
    void whoeverReadsAListIsToldWhenToStop() {
        for (int at = 0; at < FieldChecks.MOST; at++) {
            assertThat(checks.areFull()).isFalse();
            checks.require(false, "labels[" + at + "]", KernelProblem.VALUE_INVALID, "wrong");
        }
        assertThat(checks.areFull()).isTrue();
    }

    @Test
    void oneWrongFieldIsThatRefusal() {
        checks.require(false, "name", KernelProblem.VALUE_INVALID, "a name is wanted");
        ProblemException refused = refusal();
        assertThat(refused.codeName()).isEqualTo("VALUE_INVALID");
        assertThat(refused.detail()).isEqualTo("a name is wanted");
        assertThat(refused.fields()).containsExactly(new WrongField("name", "VALUE_INVALID", "a name is wanted"));
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        checks.require(false, "name", KernelProblem.VALUE_INVALID, "a name is wanted");
        Optional<Object> read = checks.read("labels[1]", () -> {
            throw KernelProblem.RIGHT_MISSING.problem("not yours");
        });
        assertThat(read).isEmpty();
        ProblemException refused = refusal();
        assertThat(refused.code()).isEqualTo(KernelProblem.VALUE_INVALID);
        assertThat(refused.detail()).isEqualTo("a name is wanted; not yours");
        assertThat(refused.fields())
                .containsExactly(
                        new WrongField("name", "VALUE_INVALID", "a name is wanted"),
                        new WrongField("labels[1]", "RIGHT_MISSING", "not yours"));
    }

    @Test
    void whatIsNotAvailableIsNoFieldsFault() {
        checks.require(false, "name", KernelProblem.VALUE_INVALID, "a name is wanted");
        ProblemException away = KernelProblem.DATABASE_UNAVAILABLE.problem("the database is away");
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> checks.check("zone", () -> {
                            throw away;
                        })))
                .isSameAs(away);
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> FieldChecks.about("zone", () -> {
                            throw away;
                        })))
                .isSameAs(away);
        assertThat(away.fields()).isEmpty();
    }

    @Test
    void partsAreNamedByTheirPlace() {
        checks.read("protocols[2]", () -> {
            throw KernelProblem.VALUE_INVALID.at("port", "1 to 65535");
        });
        checks.read("tunnels", () -> {
            throw KernelProblem.VALUE_INVALID.at("[3]", "no destination");
        });
        assertThat(refusal().fields()).extracting(WrongField::field).containsExactly("protocols[2].port", "tunnels[3]");
    }

    @Test
    void theWholeIsNotAskedOfWhatStoodIn() {
        checks.require(false, "protocols[2].port", KernelProblem.VALUE_INVALID, "1 to 65535");
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> checks.whole(() -> {
                    new FieldChecks()
                            .require(false, "address", KernelProblem.VALUE_INVALID, "no address")
                            .require(false, "protocols", KernelProblem.VALUE_INVALID, "none")
                            .orThrow();
                    return "made";
                }));
        assertThat(refused.fields()).extracting(WrongField::field).containsExactly("protocols[2].port", "address");
    }

    @Test
    void whatConcernsNoFieldAloneIsThrownAsItIs() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> checks.whole(() -> {
                    throw KernelProblem.RIGHT_MISSING.problem("not yours");
                }));
        assertThat(refused.detail()).isEqualTo("not yours");
        assertThat(refused.fields()).isEmpty();
    }

    @Test
    void aFloodIsCut() {
        IntStream.range(0, 10_000)
                .forEach(at -> checks.require(false, "labels[" + at + "]", KernelProblem.VALUE_INVALID, "no " + at));
        assertThat(refusal().fields()).hasSize(FieldChecks.MOST);
        assertThat(refusal().detail()).doesNotContain("no " + FieldChecks.MOST);
    }

    private ProblemException refusal() {
        return catchThrowableOfType(ProblemException.class, checks::orThrow);
    }
}
