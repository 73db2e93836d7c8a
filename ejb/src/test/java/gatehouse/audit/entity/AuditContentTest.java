package gatehouse.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.audit.entity.AuditEvent.Actor;
import gatehouse.kernel.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditContentTest {
    private static final OrganisationId ORGANISATION = new OrganisationId(new UUID(1, 2));
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.000001Z");

    /** R2.3 */
    @Test
    void anUnmarkedFieldIsSecretAndItsValueIsNotKept() {
        AuditEvent event = AuditEvent.of("x.done", Actor.system(ORGANISATION))
                .with("password", "hunter2")
                .with("name", AuditField.open("a\"b"))
                .with("mail", AuditField.sensitive("c"));

        String text = AuditContent.write(event.fields());

        assertThat(text).doesNotContain("hunter2");
        assertThat(AuditContent.read(text)).isEqualTo(event.fields());
    }

    @Test
    void whatAnEventIsAboutIsAnOpenFieldToo() {
        UUID thing = new UUID(5, 6);
        AuditEvent event = AuditEvent.of("x.done", Actor.system(ORGANISATION))
                .about("thing", thing)
                .with("name", AuditField.open("a"));

        assertThat(event.subject()).contains(thing);
        assertThat(event.fields())
                .containsEntry("thing", AuditField.open(thing))
                .containsKey("name");
    }

    @Test
    void theHashIsOverEveryColumn() {
        byte[] hash = AuditContent.hash(leaf("x.done", "alice", "192.0.2.7"));

        assertThat(hash).isEqualTo(AuditContent.hash(leaf("x.done", "alice", "192.0.2.7")));
        assertThat(hash).isNotEqualTo(AuditContent.hash(leaf("x.done", "alice1", "92.0.2.7")));
        assertThat(hash).isNotEqualTo(AuditContent.hash(leaf("x.undone", "alice", "192.0.2.7")));
    }

    @Test
    void theChainDependsOnOrderAndContent() {
        UUID leaf = new UUID(3, 4);
        byte[] one = AuditChain.next(AuditChain.start(), 1, leaf, new byte[] {1});

        assertThat(one).hasSize(32).isEqualTo(AuditChain.next(AuditChain.start(), 1, leaf, new byte[] {1}));
        assertThat(one).isNotEqualTo(AuditChain.next(AuditChain.start(), 2, leaf, new byte[] {1}));
        assertThat(one).isNotEqualTo(AuditChain.next(AuditChain.start(), 1, leaf, new byte[] {2}));
        assertThat(one).isNotEqualTo(AuditChain.next(one, 1, leaf, new byte[] {1}));
    }

    /** Strangers write no controls into what auditors read, and PostgreSQL takes no NUL. */
    @Test
    void whatAStrangerClaimsToBeIsKeptPrintable() {
        assertThat(claimed("a\u0000b\n\u202e")).isEqualTo("a\\u{0}b\\n\\u{202e}");
        assertThat(claimed("x".repeat(63) + "\ud83d\ude00")).hasSize(64).doesNotContain("\ud83d");
        assertThat(claimed("\u674e.\u56db")).isEqualTo("\u674e.\u56db");
    }

    private static String claimed(String name) {
        return Actor.unknown(ORGANISATION, name, "192.0.2.7", "web").username();
    }

    private static AuditLeaf leaf(String type, String name, String address) {
        Actor actor = Actor.unknown(ORGANISATION, name, address, "web");
        return new AuditLeaf(new UUID(5, 6), AT, AuditEvent.of(type, actor), "{}");
    }
}
