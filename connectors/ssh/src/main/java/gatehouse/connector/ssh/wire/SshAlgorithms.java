package gatehouse.connector.ssh.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.common.BuiltinFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.helpers.AbstractFactoryManager;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;

/**
 * Which algorithms are offered. AES-GCM comes first: through SunJCE it is several times faster than MINA's pure-Java
 * chacha20-poly1305, which OpenSSH clients prefer when they may choose; so the server offers that only when it is told to. MACs are
 * for the ciphers that need one. The server offers no finite-field group: whoever may connect could make it compute for a tenth of a
 * second with each small message (CVE-2002-20001). Strict key exchange (CVE-2023-48795) is on in MINA.
 */
public final class SshAlgorithms {
    private static final List<DHFactory> KEY_EXCHANGES = List.of(
            HybridKeyExchange.MLKEM768_X25519,
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh);

    /** Target servers that know nothing newer, still without SHA-1. */
    private static final List<DHFactory> OUTBOUND_KEY_EXCHANGES = List.of(
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.dhg18_512,
            BuiltinDHFactories.dhg16_512,
            BuiltinDHFactories.dhgex256,
            BuiltinDHFactories.dhg14_256);

    @SuppressWarnings("deprecation") // on purpose: for old devices
    private static final List<DHFactory> LEGACY_KEY_EXCHANGES =
            List.of(BuiltinDHFactories.dhgex, BuiltinDHFactories.dhg14, BuiltinDHFactories.dhg1);

    private static final List<BuiltinCiphers> CIPHERS = List.of(BuiltinCiphers.aes128gcm, BuiltinCiphers.aes256gcm);

    private static final List<BuiltinCiphers> OUTBOUND_CIPHERS = List.of(
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes128ctr,
            BuiltinCiphers.cc20p1305_openssh);

    @SuppressWarnings("deprecation") // on purpose: for old devices
    private static final List<BuiltinCiphers> LEGACY_CIPHERS = List.of(
            BuiltinCiphers.aes256cbc, BuiltinCiphers.aes192cbc, BuiltinCiphers.aes128cbc, BuiltinCiphers.tripledescbc);

    private static final List<BuiltinMacs> MACS = List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm);

    private static final List<BuiltinMacs> OUTBOUND_MACS = List.of(BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512);

    @SuppressWarnings("deprecation") // on purpose: for old devices
    private static final List<BuiltinMacs> LEGACY_MACS =
            List.of(BuiltinMacs.hmacsha1etm, BuiltinMacs.hmacsha1, BuiltinMacs.hmacmd5);

    private static final List<BuiltinSignatures> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.sk_ssh_ed25519,
            BuiltinSignatures.sk_ecdsa_sha2_nistp256,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    @SuppressWarnings("deprecation") // on purpose: for old devices
    private static final List<BuiltinSignatures> LEGACY_SIGNATURES =
            List.of(BuiltinSignatures.rsa, BuiltinSignatures.dsa);

    private SshAlgorithms() {}

    /** @param chacha20 also offer chacha20-poly1305, last; clients that put it first will get it */
    public static void server(AbstractFactoryManager manager, boolean chacha20) {
        manager.setKeyExchangeFactories(exchanges(ServerBuilder.DH2KEX, KEY_EXCHANGES));
        List<BuiltinCiphers> ciphers = new ArrayList<>(CIPHERS);
        if (chacha20) {
            ciphers.add(BuiltinCiphers.cc20p1305_openssh);
        }
        manager.setCipherFactories(supported(ciphers));
        manager.setMacFactories(supported(MACS));
        manager.setSignatureFactories(supported(SIGNATURES));
    }

    /** @param legacy also what is no longer considered safe */
    public static void client(AbstractFactoryManager manager, boolean legacy) {
        manager.setKeyExchangeFactories(exchanges(
                ClientBuilder.DH2KEX,
                joined(legacy, List.of(KEY_EXCHANGES, OUTBOUND_KEY_EXCHANGES), LEGACY_KEY_EXCHANGES)));
        manager.setCipherFactories(supported(joined(legacy, List.of(CIPHERS, OUTBOUND_CIPHERS), LEGACY_CIPHERS)));
        manager.setMacFactories(supported(joined(legacy, List.of(MACS, OUTBOUND_MACS), LEGACY_MACS)));
        manager.setSignatureFactories(supported(joined(legacy, List.of(SIGNATURES), LEGACY_SIGNATURES)));
    }

    private static <T> List<T> joined(boolean withLast, List<List<T>> lists, List<T> last) {
        List<T> all = new ArrayList<>();
        lists.forEach(all::addAll);
        if (withLast) {
            all.addAll(last);
        }
        return all;
    }

    private static List<KeyExchangeFactory> exchanges(
            Function<DHFactory, KeyExchangeFactory> toExchange, List<DHFactory> wanted) {
        return NamedFactory.setUpTransformedFactories(true, wanted, toExchange);
    }

    private static <T, B extends BuiltinFactory<T>> List<NamedFactory<T>> supported(List<B> wanted) {
        return wanted.stream()
                .filter(OptionalFeature::isSupported)
                .map(factory -> (NamedFactory<T>) factory)
                .toList();
    }
}
