package gatehouse.setting.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingContentTest {
    public enum Mode {
        STRICT,
        LAX
    }

    @Setting("sample")
    public record Sample(int count, long size, boolean on, Duration life, Mode mode, List<String> names) {
        public Sample {
            if (count < 0) {
                throw new IllegalArgumentException("count is 0 or more");
            }
            names = List.copyOf(names);
        }

        public Sample() {
            this(3, 1L << 40, true, Duration.ofMinutes(5), Mode.STRICT, List.of("a"));
        }
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        Sample sample = new Sample(7, 8, false, Duration.ofSeconds(9), Mode.LAX, List.of("x", "y"));

        assertThat(SettingContent.read(
                        Sample.class, SettingContent.write(sample).toString()))
                .isEqualTo(sample);
    }

    @Test
    void absentKeysKeepTheirDefaults() {
        assertThat(SettingContent.read(Sample.class, "{\"count\":1}"))
                .isEqualTo(new Sample(1, 1L << 40, true, Duration.ofMinutes(5), Mode.STRICT, List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cuont\":1}",
                "{\"count\":-1}",
                "{\"count\":1.5}",
                "{\"count\":\"1\"}",
                "{\"on\":\"yes\"}",
                "{\"life\":\"5 minutes\"}",
                "{\"mode\":\"strict\"}",
                "{\"names\":[1]}",
                "{\"names\":null}",
                "[]",
                "{"
            })
    void whatIsUnknownOrWrongIsRefused(String text) {
        assertThatThrownBy(() -> SettingContent.read(Sample.class, text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.codeName()).isEqualTo("SETTING_INVALID"));
    }

    @Test
    void everyWrongValueIsNamedAtOnce() {
        assertThatThrownBy(
                        () -> SettingContent.read(Sample.class, "{\"on\":\"yes\",\"life\":\"5 minutes\",\"count\":2}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fields())
                                .extracting(WrongField::field)
                                .containsExactly("on", "life"));
    }
}
