package gatehouse.keyring.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import gatehouse.keyring.entity.KeyEncryptionKey;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import gatehouse.keyring.entity.SealedRows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R1.2 and R1.5. */
class EnvelopeTest {
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final SealedFor ROOT = new SealedFor(ORGANISATION, "vault.secret", "root of prod");
    private static final byte[] PLAIN = "Winter-Lamp-9".getBytes(StandardCharsets.UTF_8);

    private final MasterKey master = new MasterKey(new byte[32]);
    private final KeyChain chain = new KeyChain(master, new Kept(), Clock.systemUTC());
    private final Envelope envelope = new Envelope(chain);

    @Test
    void whatWasSealedOpensInItsPlace() {
        Sealed sealed = envelope.seal(ROOT, PLAIN);

        assertThat(sealed.isCurrent()).isTrue();
        assertThat(envelope.open(ROOT, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aValueThatWasCopiedIntoAnotherRowDoesNotOpen() {
        Sealed sealed = envelope.seal(ROOT, PLAIN);

        assertRefused(new SealedFor(ORGANISATION, "vault.secret", "mallory of own"), sealed, "copied here");
        assertRefused(new SealedFor(ORGANISATION, "vault.passphrase", "root of prod"), sealed, "copied here");
    }

    @Test
    void aValueOfAnotherOrganisationDoesNotOpenInWhateverLayout() {
        SealedFor elsewhere = new SealedFor(UUID.randomUUID(), ROOT.purpose(), ROOT.subject());

        assertRefused(elsewhere, envelope.seal(ROOT, PLAIN), "another organisation");
        assertRefused(elsewhere, unbound(ROOT), "another organisation");
    }

    @Test
    void noTwoPlacesLookTheSame() {
        Sealed sealed = envelope.seal(new SealedFor(ORGANISATION, "a", "b\nc"), PLAIN);

        assertRefused(new SealedFor(ORGANISATION, "a b", "c"), sealed, "copied here");
    }

    @Test
    void aValueOfTheFirstLayoutOpensAndABoundOneIsNeverTakenForOne() {
        assertThat(envelope.open(ROOT, unbound(ROOT))).isEqualTo(PLAIN);

        byte[] bound = envelope.seal(ROOT, PLAIN).bytes();
        bound[0] = 1;
        assertRefused(ROOT, new Sealed(bound), "copied here");
    }

    @Test
    void anUnknownLayoutIsRefused() {
        byte[] later = envelope.seal(ROOT, PLAIN).bytes();
        later[0] = 3;

        assertRefused(ROOT, new Sealed(later), "known version");
        assertRefused(ROOT, new Sealed(new byte[] {2}), "known version");
    }

    @Test
    void oldValuesAreBoundToTheirRowsAndBrokenOnesLeftAlone() {
        Table table = new Table();
        int rows = 2 * Resealing.MOST + 10;
        for (int i = 0; i < rows; i++) {
            table.put(i, unbound(table.place(key(i))));
        }
        table.put(7, new Sealed(new byte[200]));
        table.put(8, envelope.seal(table.place(key(8)), PLAIN));

        Resealing.Progress progress = Resealing.Progress.START;
        int transactions = 0;
        do {
            progress = new Resealing(envelope).next(table, progress);
            transactions++;
        } while (!progress.isOver());

        assertThat(progress.resealed()).isEqualTo(rows - 2);
        assertThat(transactions).isEqualTo(4);
        table.values.forEach((key, value) -> {
            if (!key.equals(key(7))) {
                assertThat(value.isCurrent()).isTrue();
                assertThat(envelope.open(table.place(key), value)).isEqualTo(PLAIN);
            }
        });
        assertThat(table.values.get(key(7)).bytes()).isEqualTo(new byte[200]);
    }

    private void assertRefused(SealedFor place, Sealed sealed, String why) {
        assertThatThrownBy(() -> envelope.open(place, sealed))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    /** As earlier builds sealed. */
    private Sealed unbound(SealedFor place) {
        UUID wrapping = chain.current(place.owner());
        byte[] associated = (wrapping + " " + place.purpose()).getBytes(StandardCharsets.UTF_8);
        byte[] dataKey = Gcm.random(32);
        byte[] wrapped = Gcm.encrypt(chain.key(wrapping, place.owner()), associated, dataKey);
        byte[] text = Gcm.encrypt(dataKey, associated, PLAIN);
        return new Sealed(ByteBuffer.allocate(17 + wrapped.length + text.length)
                .put((byte) 1)
                .putLong(wrapping.getMostSignificantBits())
                .putLong(wrapping.getLeastSignificantBits())
                .put(wrapped)
                .put(text)
                .array());
    }

    private static String key(int number) {
        return String.format("%04d", number);
    }

    /** Keys in memory. */
    private static final class Kept extends KeyRows {
        private final List<KeyEncryptionKey> keys = new ArrayList<>();

        @Override
        Optional<KeyEncryptionKey> find(UUID id) {
            return keys.stream().filter(key -> key.id().equals(id)).findFirst();
        }

        @Override
        Optional<KeyEncryptionKey> find(UUID owner, String month) {
            return keys.stream().filter(key -> key.owner().equals(owner)).findFirst();
        }

        @Override
        public void add(Object key) {
            keys.add((KeyEncryptionKey) key);
        }
    }

    private static final class Table implements SealedRows {
        private final Map<String, Sealed> values = new TreeMap<>();

        void put(int number, Sealed value) {
            values.put(key(number), value);
        }

        SealedFor place(String key) {
            return new SealedFor(ORGANISATION, "test", key);
        }

        @Override
        public List<Value> old(String after, int most) {
            return values.entrySet().stream()
                    .filter(row -> row.getKey().compareTo(after) > 0)
                    .filter(row -> !row.getValue().isCurrent())
                    .limit(most)
                    .map(row -> new Value(row.getKey(), "sealed", place(row.getKey()), row.getValue()))
                    .toList();
        }

        @Override
        public void replace(Value old, Sealed fresh) {
            values.replace(old.key(), old.sealed(), fresh);
        }
    }
}
