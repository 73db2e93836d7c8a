package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.audit.entity.AuditContent;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditEvent.Actor;
import gatehouse.audit.entity.AuditField;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.Testimony;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.session.entity.SessionId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A recording is whole when it ends as the audit log was told, whatever else is in the database. */
class ToldEndTest {
    private static final SessionId SESSION = SessionId.next();
    private static final byte[] HASH = {1, 2, 3};
    private static final byte[] CUT = {4, 5, 6};

    @Test
    void aRecordingThatEndsAsItWasToldIsWhole() {
        ToldEnd end = ToldEnd.of(SESSION, List.of(told(SESSION, HASH, "")));

        assertThat(end.seals(scan(HASH, true))).isTrue();
        assertThat(end.fault(scan(HASH, true), false)).isEmpty();
    }

    @Test
    void oneThatWasCutIsNotWholeAlsoWhenItIsSaidToBeOpen() {
        ToldEnd end = ToldEnd.of(SESSION, List.of(told(SESSION, HASH, "")));

        assertThat(end.fault(scan(CUT, false), true)).isPresent();
        assertThat(end.fault(scan(CUT, true), true)).isPresent();
        assertThat(end.seals(scan(CUT, true))).isFalse();
    }

    @Test
    void anEndThatWasNeverToldIsNoneOnceTheSessionIsOver() {
        ToldEnd end = ToldEnd.of(SESSION, List.of());

        assertThat(end.fault(scan(HASH, true), false))
                .hasValueSatisfying(why -> assertThat(why).contains("was not told how its recording ends"));
        assertThat(end.fault(scan(HASH, false), true)).isEmpty();
        assertThat(end.seals(scan(HASH, true))).isFalse();
    }

    @Test
    void whatIsToldLaterOrOfAnotherSessionDoesNotCount() {
        ToldEnd end = ToldEnd.of(
                SESSION, List.of(told(SessionId.next(), CUT, ""), told(SESSION, HASH, ""), told(SESSION, CUT, "")));

        assertThat(end.seals(scan(HASH, true))).isTrue();
        assertThat(end.fault(scan(CUT, true), false)).isPresent();
    }

    @Test
    void anEventThatCannotBeBelievedProvesNothing() {
        ToldEnd end = ToldEnd.of(SESSION, List.of(told(SESSION, HASH, "was changed")));

        assertThat(end.seals(scan(HASH, true))).isFalse();
        assertThat(end.fault(scan(HASH, true), false)).contains("was changed");
    }

    @Test
    void theRecordingOfAnotherSessionIsRefused() {
        assertThatThrownBy(() -> RecordingDesk.requireOwn(SessionId.next(), scan(HASH, true)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another session");
        RecordingDesk.requireOwn(SESSION, scan(HASH, true));
    }

    private static Testimony told(SessionId session, byte[] hash, String fault) {
        AuditEvent event = AuditEvent.of("session.recording-closed", Actor.system(new OrganisationId(new UUID(1, 2))))
                .about("session", session.value())
                .with("hash", AuditField.open(HexFormat.of().formatHex(hash)));
        AuditLeaf leaf = new AuditLeaf(UUID.randomUUID(), Instant.EPOCH, event, AuditContent.write(event.fields()));
        return new Testimony(leaf, Optional.of(fault).filter(text -> !text.isEmpty()));
    }

    private static RecordingScan scan(byte[] hash, boolean complete) {
        RecordingHeader header = new RecordingHeader(SESSION, Instant.EPOCH, 80, 24, "", new byte[0]);
        return new RecordingScan(header, List.of(), 0, hash, complete, Optional.empty());
    }
}
