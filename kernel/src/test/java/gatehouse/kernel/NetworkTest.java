package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void whoeverHasOneAddressOfASlash64HasAll() {
        assertThat(Network.of("2001:db8:0:1::7")).isEqualTo(Network.of("2001:db8:0:1:ffff::9"));
        assertThat(Network.of("2001:db8:0:1::7")).isNotEqualTo(Network.of("2001:db8:0:2::7"));
    }

    @Test
    void ofIpv4EachAddressIsOne() {
        assertThat(Network.of("192.0.2.7")).isNotEqualTo(Network.of("192.0.2.8"));
        assertThat(Network.of("::ffff:192.0.2.7")).isEqualTo(Network.of("192.0.2.7"));
    }

    @Test
    void whatIsNoAddressStandsForItself() {
        assertThat(Network.of(":no address")).hasToString(":no address");
    }

    @Test
    void aSlash64IsPartOfWhatACustomerIsGiven() {
        assertThat(Network.of("2001:db8:1:2345::7").prefixes())
                .extracting(Network::name)
                .containsExactly("2001:db8:1:2345::/64", "2001:db8:1:2300::/56", "2001:db8:1::/48");
        assertThat(Network.of("192.0.2.7").prefixes()).containsExactly(Network.of("192.0.2.7"));
        assertThat(Network.of(":no address").prefixes()).containsExactly(Network.of(":no address"));
    }
}
