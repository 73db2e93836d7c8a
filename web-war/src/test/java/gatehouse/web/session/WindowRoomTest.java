package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.kernel.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R20.8 */
class WindowRoomTest {
    private static final int KIB = 1024;

    private final WindowRoom room = new WindowRoom(KIB * KIB);
    private final UserId alice = UserId.next();
    private final UserId mallory = UserId.next();

    @Test
    void whoKeepsMostLosesTheirLargestWindowAlsoWhenSomebodyElsePrints() {
        TestingKeeper small = prints(mallory, 400);
        TestingKeeper large = prints(mallory, 401);
        TestingKeeper honest = prints(alice, 500);
        room.makeRoom();

        assertThat(large.isCut()).isTrue();
        assertThat(small.isCut()).isFalse();
        assertThat(honest.isCut()).isFalse();
        assertThat(room.isFull()).isFalse();
    }

    @Test
    void asManyGoAsAreTooMuch() {
        List<TestingKeeper> hoard = List.of(prints(mallory, 400), prints(mallory, 400), prints(mallory, 400));
        TestingKeeper honest = prints(alice, 300);
        room.makeRoom();

        assertThat(hoard).filteredOn(TestingKeeper::isCut).hasSize(2);
        assertThat(honest.isCut()).isFalse();
        assertThat(room.isFull()).isFalse();
    }

    @Test
    void nobodyGoesWhileThereIsRoom() {
        TestingKeeper one = prints(mallory, 500);
        TestingKeeper other = prints(alice, 500);
        room.makeRoom();

        assertThat(one.isCut()).isFalse();
        assertThat(other.isCut()).isFalse();
    }

    @Test
    void aBrowserThatHasReadABurstIsNotCutInAFullRoom() {
        TestingKeeper burst = prints(alice, 600);
        TestingKeeper other = prints(mallory, 600);
        assertThat(room.isFull()).isTrue();

        sendAll(burst);
        burst.window().acknowledge(600L * KIB);
        assertThat(room.isFull()).as("what is acknowledged takes no room").isFalse();

        prints(other, 600);
        assertThat(room.isFull()).isTrue();
        prints(burst, 1);
        room.makeRoom();
        assertThat(other.isCut()).isTrue();
        assertThat(burst.isCut()).isFalse();
        assertThat(sendAll(burst)).isEqualTo(KIB);
    }

    @Test
    void manyWhoKeepLittleAreNoReasonToCutAnybody() {
        TestingKeeper[] all = new TestingKeeper[100];
        for (int i = 0; i < all.length; i++) {
            all[i] = prints(UserId.next(), 100);
        }
        room.makeRoom();

        assertThat(all).noneMatch(TestingKeeper::isCut);
        assertThat(room.isFull()).isFalse();
    }

    private TestingKeeper prints(UserId person, int kib) {
        TestingKeeper keeper = new TestingKeeper(room, person);
        prints(keeper, kib);
        return keeper;
    }

    private static void prints(TestingKeeper keeper, int kib) {
        boolean _ = keeper.window().add(new byte[kib * KIB], 0, kib * KIB, Completion.NOTHING, true);
    }

    private static int sendAll(TestingKeeper from) {
        int total = 0;
        byte[] piece = from.window().next();
        while (piece.length > 0) {
            total += piece.length;
            piece = from.window().next();
        }
        return total;
    }
}
