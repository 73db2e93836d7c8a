package gatehouse.inventory.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.HostKey;
import gatehouse.inventory.entity.HostKeyRules;
import gatehouse.inventory.entity.PresentedKey;
import gatehouse.inventory.entity.TrustVerdict;
import gatehouse.kernel.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final HostKeyRules STRICT = new HostKeyRules(false);
    private static final HostKeyRules FIRST_USE = new HostKeyRules(true);

    private final PresentedKey shown = key("ssh-ed25519", "SHA256:new");

    private static PresentedKey key(String type, String fingerprint) {
        return new PresentedKey("web-1.example", 22, type, fingerprint, new byte[] {1});
    }

    private static HostKey known(PresentedKey key) {
        return new HostKey(OrganisationId.next(), AssetId.next(), key, NOW);
    }

    private static HostKey accepted(PresentedKey key) {
        HostKey known = known(key);
        known.accept("alice", NOW);
        return known;
    }

    private static String refusal(TrustVerdict verdict) {
        return ((TrustVerdict.Refused) verdict).detail();
    }

    @Test
    void theAcceptedKeyIsTrusted() {
        assertThat(Trust.judge(List.of(accepted(shown)), shown, STRICT)).isEqualTo(new TrustVerdict.Trusted(false));
    }

    @Test
    void firstUseIsTrustedOnlyWhenTheSettingsSaySo() {
        assertThat(Trust.judge(List.of(), shown, FIRST_USE)).isEqualTo(new TrustVerdict.Trusted(true));
        assertThat(refusal(Trust.judge(List.of(), shown, STRICT))).contains("SHA256:new", "not accepted yet");
    }

    @Test
    void aPendingOrRejectedKeyIsNoFirstUseAnyMore() {
        HostKey rejected = known(shown);
        rejected.reject("alice", NOW);
        assertThat(Trust.judge(List.of(known(shown)), shown, FIRST_USE)).isInstanceOf(TrustVerdict.Refused.class);
        assertThat(Trust.judge(List.of(rejected), shown, FIRST_USE)).isInstanceOf(TrustVerdict.Refused.class);
    }

    @Test
    void r65AChangeIsRefusedAndNamesBothFingerprints() {
        HostKey old = accepted(key("ssh-ed25519", "SHA256:old"));
        assertThat(refusal(Trust.judge(List.of(old), shown, FIRST_USE))).contains("SHA256:old", "SHA256:new");
    }

    @Test
    void r66AnotherKeyTypeOfAKnownMachineIsAChange() {
        HostKey old = accepted(key("rsa-sha2-512", "SHA256:rsa"));
        assertThat(refusal(Trust.judge(List.of(old), shown, FIRST_USE))).contains("SHA256:rsa", "SHA256:new");
    }
}
