package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(6, 3, (_, _) -> {});
    private final List<String> ended = new ArrayList<>();

    @Test
    void whoUsesUpTheShareOfANetworkLosesItsOldestAndNobodyElses() {
        enter("192.0.2.1", "honest");
        for (int i = 0; i < 5; i++) {
            enter("198.51.100.7", "held " + i);
        }
        assertThat(ended).containsExactly("held 0", "held 1");
    }

    @Test
    void whoeverComesWhenAllPlacesAreTakenGetsOneOfTheNetworkThatHoldsMost() {
        enter("192.0.2.1", "honest");
        for (int i = 0; i < 3; i++) {
            enter("198.51.100.7", "first host " + i);
        }
        enter("203.0.113.1", "second host 0");
        enter("203.0.113.1", "second host 1");
        enter("192.0.2.2", "also honest");
        enter("203.0.113.1", "second host 2");
        enter("198.51.100.7", "first host 3");
        assertThat(ended).containsExactly("first host 0", "first host 1", "second host 0");
    }

    @Test
    void amongManyNetworksTheOneThatHasWaitedLongestMakesRoom() {
        for (int i = 0; i < 8; i++) {
            enter("192.0.2." + i, "host " + i);
        }
        assertThat(ended).containsExactly("host 0", "host 1");
    }

    @Test
    void allAddressesOfAnIpv6NetworkShareItsPlaces() {
        for (int i = 0; i < 4; i++) {
            enter("2001:db8::" + i, "held " + i);
        }
        enter("2001:db8:0:1::1", "neighbour");
        assertThat(ended).containsExactly("held 0");
    }

    @Test
    void aPrefixThatACustomerIsGivenHasAShareOfItsOwn() {
        Admission wide = new Admission(100, 3, (_, _) -> {});
        for (int i = 0; i < 7; i++) {
            enter(wide, "2001:db8:0:" + i + "::1", "of a /56 " + i);
        }
        assertThat(ended).containsExactly("of a /56 0");
        for (int i = 1; i <= 7; i++) {
            enter(wide, "2001:db8:0:" + i + "00::1", "of a /48 " + i);
        }
        assertThat(ended).containsExactly("of a /56 0", "of a /56 1");
        enter(wide, "2001:db8:1::1", "neighbour");
        assertThat(ended).hasSize(2);
    }

    @Test
    void whoComesFromManyNetworksOfOnePrefixPushesNobodyElseOut() {
        enter("2001:db8:7::1", "honest");
        for (int i = 0; i < 600; i++) {
            enter("2001:db8:0:" + Integer.toHexString(i) + "::1", "held");
        }
        assertThat(ended).hasSize(595).doesNotContain("honest");
    }

    @Test
    void whoHasLeftIsNotEndedAndCountsNoMore() {
        Admission.Place first = enter("192.0.2.1", "first");
        enter("192.0.2.1", "second");
        enter("192.0.2.1", "third");
        first.leave();
        first.leave();
        enter("192.0.2.1", "fourth");
        assertThat(ended).isEmpty();
        enter("192.0.2.1", "fifth");
        assertThat(ended).containsExactly("second");
    }

    @Test
    void behindALoadBalancerEachClientHasItsOwnShare() {
        for (int i = 0; i < 4; i++) {
            String name = "held " + i;
            admission
                    .enter(Network.of("10.0.0.1"), false, () -> ended.add(name))
                    .comesFrom(Network.of("198.51.100.7"));
        }
        assertThat(ended).containsExactly("held 0");
        admission
                .enter(Network.of("10.0.0.1"), false, () -> ended.add("honest"))
                .comesFrom(Network.of("192.0.2.1"));
        enter("192.0.2.2", "fifth");
        enter("192.0.2.3", "sixth");
        assertThat(ended).containsExactly("held 0");
        enter("192.0.2.4", "one more");
        assertThat(ended).containsExactly("held 0", "held 1");
    }

    private Admission.Place enter(String address, String name) {
        return enter(admission, address, name);
    }

    private Admission.Place enter(Admission into, String address, String name) {
        return into.enter(Network.of(address), true, () -> ended.add(name));
    }
}
