package gatehouse.session.boundary;

import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.control.recording.RecordingStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Figures for {@code /prometheus} on the management port; they name nobody. The server passes on only what is registered by the
 * methods of {@code MeterRegistry} itself: what a builder registers never arrives. {@code ./gatehouse status} looks here whether people
 * can work: known, not asked, so that whoever looks does not wait for what is away.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionFigures {
    @Inject
    private MeterRegistry registry;

    @Inject
    private LiveSessions live;

    @Inject
    private RecordingDesk recordings;

    private final Set<String> protocols = ConcurrentHashMap.newKeySet();

    /** The registry holds weakly what it asks; the desk holds the store. */
    @PostConstruct
    void register() {
        Reception.protocols().forEach(this::know);
        RecordingStore store = recordings.store();
        registry.gauge(
                "gatehouse.storage.up", store, storage -> storage.trouble().isEmpty() ? 1 : 0);
        registry.gauge("gatehouse.recordings.open", store, RecordingStore::recorders);
        registry.gauge("gatehouse.recordings.behind", store, RecordingStore::behind);
        registry.gauge("gatehouse.recordings.free.bytes", store, RecordingStore::freeBytes);
        registry.more()
                .counter("gatehouse.recordings.written.bytes", Tags.empty(), store, RecordingStore::writtenBytes);
    }

    /** Called every second: a protocol is counted from its first session on. */
    public void look() {
        openProtocols().distinct().forEach(this::know);
    }

    private void know(String protocol) {
        if (protocols.add(protocol)) {
            registry.gauge("gatehouse.sessions.open", Tags.of("protocol", protocol), live, sessions -> open(protocol));
        }
    }

    private long open(String protocol) {
        return openProtocols().filter(protocol::equals).count();
    }

    private Stream<String> openProtocols() {
        return live.list().stream().map(session -> session.facts().request().protocol());
    }
}
