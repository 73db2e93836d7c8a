package gatehouse.kernel.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

@Dependent
class SystemTime {
    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }
}
