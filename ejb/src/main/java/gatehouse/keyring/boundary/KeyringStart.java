package gatehouse.keyring.boundary;

import gatehouse.keyring.control.KeyChain;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Refuses to start over a database that another master key sealed (R1.3). */
@Singleton
@Startup
public class KeyringStart {
    @Inject
    private KeyChain chain;

    @PostConstruct
    void check() {
        chain.requireMatchingMaster();
    }
}
