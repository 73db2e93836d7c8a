package gatehouse.identity.control;

import gatehouse.identity.entity.Credentials;
import gatehouse.kernel.Secret;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** One-time codes of users: enrolment in two steps (offer a key, confirm with a code), and use. */
@ApplicationScoped
public class TotpCodes {
    private static final String PURPOSE = "identity.totp";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Keyring keyring;
    private Clock clock;

    protected TotpCodes() {}

    @Inject
    TotpCodes(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /** @return the {@code otpauth:} URI, which holds the key: shown once */
    public Secret offer(Credentials credentials, String issuer, String account) {
        byte[] key = new byte[Totp.KEY_BYTES];
        RANDOM.nextBytes(key);
        credentials.offerTotp(keyring.seal(place(credentials), key));
        Secret uri = Secret.ofString(Totp.uri(issuer, account, key));
        Arrays.fill(key, (byte) 0);
        return uri;
    }

    public boolean confirm(Credentials credentials, Secret code) {
        OptionalLong step = match(credentials, credentials.totpPendingKey(), code);
        step.ifPresent(credentials::confirmTotp);
        return step.isPresent();
    }

    public boolean use(Credentials credentials, Secret code) {
        OptionalLong step = match(credentials, credentials.totpKey(), code);
        return step.isPresent() && credentials.useTotpStep(step.getAsLong());
    }

    static SealedFor place(Credentials credentials) {
        return SealedFor.server(PURPOSE, credentials.user());
    }

    private OptionalLong match(Credentials credentials, Optional<Sealed> sealed, Secret code) {
        if (sealed.isEmpty()) {
            return OptionalLong.empty();
        }
        byte[] key = keyring.open(place(credentials), sealed.get());
        try {
            return Totp.match(key, code, clock.instant());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
