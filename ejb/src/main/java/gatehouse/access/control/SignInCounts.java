package gatehouse.access.control;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How sign-ins went, for {@code /prometheus}: by outcome only, never by name or address. */
@ApplicationScoped
public class SignInCounts {
    private MeterRegistry registry;

    protected SignInCounts() {}

    @Inject
    SignInCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    public void signedIn() {
        count("signed-in");
    }

    public void refused() {
        count("refused");
    }

    /** Refused without a look at the proof. */
    public void barred() {
        count("barred");
    }

    private void count(String outcome) {
        registry.counter("gatehouse.sign.ins", "outcome", outcome).increment();
    }
}
