package gatehouse.policy.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TunnelRuleTest {
    private static final String ASSET = "web-1.example.org";

    private static boolean reaches(String word, String host, int port) {
        return TunnelRule.parse(List.of(word)).reaches(new TunnelDestination(host, port), ASSET);
    }

    @ParameterizedTest
    @CsvSource({
        "db.example.org:5432, DB.example.org, 5432",
        "*.example.org:80-90, a.b.example.org, 85",
        "10.1.0.0/16:*, 10.1.200.3, 1",
        "10.1.2.3/32:443, 10.1.2.3, 443",
        "0.0.0.0/0:22, 203.0.113.1, 22",
        "[fd00::/8]:443, fd12::1, 443",
        "[::1]:80, ::1, 80",
        "*:*, anything, 65535",
        "@ASSET:8080, localhost, 8080",
        "@asset:8080, 127.0.0.2, 8080",
        "@ASSET:8080, web-1.example.org, 8080"
    })
    void reachesWhatItNames(String word, String host, int port) {
        assertThat(reaches(word, host, port)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "db.example.org:5432, db.example.org, 5433",
        "db.example.org:5432, db.example.org.evil.net, 5432",
        "*.example.org:80, example.org, 80",
        "*.example.org:80, .example.org, 80",
        "*.example.org:80, evilexample.org, 80",
        "10.1.0.0/16:*, 10.2.0.1, 80",
        "10.1.0.0/16:*, 10.1.0.1.example.org, 80",
        "10.1.0.0/16:*, 167837697, 80",
        "10.0.0.0/8:*, 010.1.0.1, 80",
        "10.10.0.0/16:*, 10.010.0.1, 80",
        "10.10.0.0/16:*, ::ffff:10.010.0.1, 80",
        "[fd00::/8]:443, fe80::1, 443",
        "10.0.0.0/8:443, ::ffff:1, 443",
        "@ASSET:*, 0.0.0.0, 80",
        "@ASSET:*, 127.1, 80",
        "@ASSET:*, localhost.example.org, 80",
        "@ASSET:80-90, localhost, 0"
    })
    void reachesNothingElse(String word, String host, int port) {
        assertThat(reaches(word, host, port)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db",
                "db:",
                ":80",
                "db:0",
                "db:65536",
                "db:90-80",
                "db:x",
                "a b:80",
                "10.0.0.0/33:80",
                "x/8:80",
                "@USER:80",
                "d*b:80",
                "*db:80",
                "::1:80",
                "[zz]:80",
                "db:80:90",
                "d\0b:80",
                "bücher.example:80"
            })
    void whatIsNoDestinationIsRefused(String word) {
        assertThatThrownBy(() -> TunnelRule.parse(List.of(word))).isInstanceOf(ProblemException.class);
    }

    /** The asset may stop reading where we do not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.5\0.example.org",
                "10.0.0.5 .example.org",
                "10.0.0.5\n.example.org",
                "10.0.0.5/.example.org",
                "10.0.0.5\u3002example.org",
                "bücher.example.org",
                ""
            })
    void whatIsNotWrittenLikeANameOrAnAddressIsReachedByNoRule(String host) {
        for (String word : List.of("*.example.org:*", "*:*", "10.0.0.0/8:*", "@ASSET:*")) {
            assertThat(reaches(word, host, 80)).as(word).isFalse();
        }
    }

    @Test
    void aZoneIsNotTheEndOfAName() {
        assertThat(reaches("*.example.org:*", "fd00::1%x.example.org", 80)).isFalse();
        assertThat(reaches("*.example.org:*", "10.0.0.5%x.example.org", 80)).isFalse();
        assertThat(reaches("*:*", "fe80::1%eth0", 80)).isTrue();
        assertThat(reaches("*:*", "*", 0)).isTrue();
    }

    @Test
    void isWrittenAsItIsRead() {
        List<String> words = List.of("@ASSET:*", "db.example.org:5432", "*.example.org:80-90", "[fd00::/8]:443", "*:*");
        assertThat(TunnelRule.parse(words).words()).isEqualTo(words);
    }

    @Test
    void anythingIsEitherReadOrRefused() {
        Random random = new Random(65);
        String alphabet = "@*.:[]/-019afASET ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                TunnelRule rule = TunnelRule.parse(List.of(word.toString()));
                assertThat(TunnelRule.parse(rule.words())).isEqualTo(rule);
                rule.reaches(new TunnelDestination(word.toString(), 80), ASSET);
            } catch (ProblemException refused) {
                assertThat(refused.code()).isEqualTo(PolicyProblem.PERMISSION_INVALID);
            }
        }
    }

    /** A mebibyte of them must neither be read to its end nor come back. */
    @Test
    void ofManyLongWrongWordsTheFirstAreToldByTheirBeginnings() {
        List<String> words =
                IntStream.range(0, 1000).mapToObj(i -> "x".repeat(1000) + i).toList();
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> TunnelRule.parse(words));
        assertThat(refused.fields())
                .hasSize(50)
                .allSatisfy(field -> assertThat(field.detail()).hasSizeLessThan(300));
    }
}
