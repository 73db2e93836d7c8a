package gatehouse.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.audit.entity.AuditChain;
import gatehouse.audit.entity.AuditContent;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditEvent.Actor;
import gatehouse.audit.entity.AuditField;
import gatehouse.audit.entity.AuditHead;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.AuditPosition;
import gatehouse.kernel.OrganisationId;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An event is believed only with its code, and where the chain leads from it to a signed head. */
class WitnessTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID SIGNING_KEY = UUID.randomUUID();

    private final List<AuditLeaf> leaves = new ArrayList<>();
    private final List<AuditPosition> positions = new ArrayList<>();
    private final List<AuditHead> heads = new ArrayList<>();
    private Instant lastSequenced = AT;

    WitnessTest() {
        IntStream.range(0, 7).forEach(number -> leaves.add(leaf(number, Integer.toString(number), true)));
        chain(0, 3);
        chain(3, 7);
    }

    @Test
    void everyEventOfAWholeLogIsBelieved() {
        assertThat(leaves).allSatisfy(leaf -> assertThat(fault(leaf)).isEmpty());
    }

    @Test
    void anEventWhoseContentOrCodeWasChangedIsNot() {
        assertThat(fault(new Forged(leaves.get(4), "another hash")))
                .hasValueSatisfying(why -> assertThat(why).contains("was changed"));
        assertThat(fault(leaf(4, "4", false))).isPresent();
    }

    @Test
    void anEventIsNotBelievedWhereTheChainWasChangedUpToTheNextHead() {
        positions.set(
                5, new AuditPosition(6, UUID.randomUUID(), positions.get(5).chainHash()));

        assertThat(fault(leaves.get(4))).isPresent();
        assertThat(fault(leaves.get(1))).isEmpty();
    }

    @Test
    void anEventIsNotBelievedWhereTheChainWasMadeAnewWithoutTheSigningKey() {
        positions.clear();
        heads.clear();
        AuditLeaf moved = leaves.remove(2);
        leaves.add(moved);
        chain(0, 7);
        heads.set(0, new AuditHead(positions.getLast(), AT, new Signature(SIGNING_KEY, new byte[64])));

        assertThat(fault(moved)).isPresent();
    }

    @Test
    void anEventThatLostItsPlaceIsBelievedOnlyWhileItIsYoung() {
        positions.remove(6);
        Clock later = Clock.fixed(AT.plus(Duration.ofMinutes(11)), ZoneOffset.UTC);

        assertThat(fault(leaves.get(6))).isEmpty();
        assertThat(new Witness(new Rows(), new Keys(), later).fault(leaves.get(6)))
                .isPresent();
    }

    /** So many events may come at once that the log is behind for longer. */
    @Test
    void anEventThatTheLogHasNotComeToIsBelievedByItsCode() {
        Instant yesterday = AT.minus(Duration.ofDays(1));
        lastSequenced = yesterday;
        positions.remove(6);
        Clock later = Clock.fixed(AT.plus(Duration.ofMinutes(11)), ZoneOffset.UTC);

        assertThat(new Witness(new Rows(), new Keys(), later).fault(leaves.get(6)))
                .isEmpty();
        assertThat(new Witness(new Rows(), new Keys(), later).fault(leaf(6, "6", false)))
                .isPresent();
    }

    private Optional<String> fault(AuditLeaf leaf) {
        return new Witness(new Rows(), new Keys(), Clock.fixed(AT, ZoneOffset.UTC)).fault(leaf);
    }

    private void chain(int from, int to) {
        byte[] last = from == 0 ? AuditChain.start() : positions.getLast().chainHash();
        for (int i = from; i < to; i++) {
            AuditLeaf leaf = leaves.get(i);
            last = AuditChain.next(last, i + 1, leaf.id(), leaf.contentHash());
            positions.add(new AuditPosition(i + 1, leaf.id(), last));
        }
        byte[] statement = AuditChain.head(to, last, AT);
        heads.add(new AuditHead(positions.getLast(), AT, new Signature(SIGNING_KEY, Keys.code(statement))));
    }

    private static AuditLeaf leaf(int number, String hash, boolean sealed) {
        AuditEvent event = AuditEvent.of("session.recording-closed", Actor.system(new OrganisationId(new UUID(1, 2))))
                .with("hash", AuditField.open(hash));
        AuditLeaf leaf = new AuditLeaf(new UUID(3, number), AT, event, AuditContent.write(event.fields()));
        byte[] content = AuditContent.hash(leaf);
        leaf.seal(content, sealed ? Keys.code(content) : new byte[32]);
        return leaf;
    }

    /** As it is read after somebody wrote to its columns. */
    private static final class Forged extends AuditLeaf {
        private final AuditLeaf real;
        private final String fields;

        Forged(AuditLeaf real, String hash) {
            this.real = real;
            this.fields = leaf(0, hash, true).fields();
        }

        @Override
        public UUID id() {
            return real.id();
        }

        @Override
        public OrganisationId organisation() {
            return real.organisation();
        }

        @Override
        public Instant at() {
            return real.at();
        }

        @Override
        public String type() {
            return real.type();
        }

        @Override
        public UUID actor() {
            return real.actor();
        }

        @Override
        public String actorName() {
            return real.actorName();
        }

        @Override
        public String address() {
            return real.address();
        }

        @Override
        public String channel() {
            return real.channel();
        }

        @Override
        public UUID signIn() {
            return real.signIn();
        }

        @Override
        public String fields() {
            return fields;
        }

        @Override
        public byte[] contentHash() {
            return AuditContent.hash(this);
        }

        @Override
        public byte[] mac() {
            return real.mac();
        }
    }

    /** Codes that anybody could make: only whether they are asked for matters here. */
    private static final class Keys extends Keyring {
        static byte[] code(byte[] data) {
            byte[] code = new byte[32];
            code[0] = 7;
            code[1] = (byte) Arrays.hashCode(data);
            return code;
        }

        @Override
        public byte[] mac(String purpose, byte[] data) {
            return code(data);
        }

        @Override
        public boolean verify(byte[] data, Signature signature) {
            return Arrays.equals(code(data), signature.bytes());
        }
    }

    private final class Rows extends ChainRows {
        @Override
        Instant lastSequenced() {
            return lastSequenced;
        }

        @Override
        Optional<AuditPosition> find(long position) {
            return positions.stream().filter(row -> row.position() == position).findFirst();
        }

        @Override
        Optional<AuditPosition> findPosition(UUID leaf) {
            return positions.stream().filter(row -> row.leaf().equals(leaf)).findFirst();
        }

        @Override
        Optional<AuditHead> findHead(long position) {
            return heads.stream().filter(head -> head.position() >= position).findFirst();
        }

        @Override
        List<Link> listLinks(long from, long to) {
            return positions.stream()
                    .filter(row -> row.position() >= from && row.position() <= to)
                    .flatMap(row -> leaves.stream()
                            .filter(leaf -> leaf.id().equals(row.leaf()))
                            .map(leaf -> new Link(row, leaf.contentHash())))
                    .toList();
        }
    }
}
