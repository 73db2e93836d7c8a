package gatehouse.session.control.opening;

import gatehouse.kernel.Secret;
import java.util.ArrayList;
import java.util.List;

/** Secrets that left the vault for one dialling; closing it wipes them all (R11.31). */
final class OpenedSecrets implements AutoCloseable {
    private final List<Secret> secrets = new ArrayList<>();

    Secret add(Secret secret) {
        secrets.add(secret);
        return secret;
    }

    @Override
    public void close() {
        secrets.forEach(Secret::close);
    }
}
