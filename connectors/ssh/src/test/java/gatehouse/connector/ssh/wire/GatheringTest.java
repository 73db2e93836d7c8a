package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final int MANY = 100 * Gathering.MOST_PIECES;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ArrayDeque<Completion> unread = new ArrayDeque<>();
    private final ArrayDeque<Runnable> aside = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private int pieces;
    private long released;
    private boolean reading;
    /** Pieces that come while one is handed on. */
    private int following;

    private final Gathering gathering = new Gathering(this::receive, length -> () -> released += length, aside::add);

    private void receive(boolean error, byte[] bytes, int offset, int length, Completion done) {
        pieces++;
        (error ? errors : data).write(bytes, offset, length);
        if (reading) {
            done.complete();
        } else {
            unread.add(done);
        }
        if (following > 0) {
            following--;
            gathering.take(false, new byte[1], 0, 1);
        }
    }

    private void send(boolean error, int from, int to) {
        for (int i = from; i < to; i++) {
            gathering.take(error, new byte[] {(byte) i}, 0, 1);
        }
    }

    private void read() {
        while (!unread.isEmpty() || !aside.isEmpty()) {
            while (!unread.isEmpty()) {
                unread.poll().complete();
            }
            while (!aside.isEmpty()) {
                aside.poll().run();
            }
        }
    }

    private static byte[] numbers(int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (byte) i;
        }
        return numbers;
    }

    @Test
    void whatIsReadIsHandedOnAsItCame() {
        reading = true;
        send(false, 0, MANY);
        assertThat(pieces).isEqualTo(MANY);
        assertThat(released).isEqualTo(MANY);
        assertThat(data.toByteArray()).isEqualTo(numbers(MANY));
    }

    @Test
    void ofVeryManyPiecesFewAreUnderWayAndNothingIsLost() {
        send(false, 0, MANY);
        assertThat(pieces).isEqualTo(Gathering.MOST_PIECES);
        assertThat(released).isZero();
        read();
        assertThat(pieces).isEqualTo(Gathering.MOST_PIECES + 1);
        assertThat(released).isEqualTo(MANY);
        assertThat(data.toByteArray()).isEqualTo(numbers(MANY));
    }

    @Test
    void whatComesAfterwardsGoesBehindWhatWasGathered() {
        send(false, 0, MANY);
        unread.poll().complete();
        send(false, MANY, MANY + 3);
        read();
        reading = true;
        send(false, MANY + 3, MANY + 5);
        assertThat(data.toByteArray()).isEqualTo(numbers(MANY + 5));
    }

    @Test
    void theEndIsBehindTheDataAndWaitsForNoReader() {
        send(false, 0, MANY);
        gathering.inOrder(() -> told.add("end behind " + data.size()));
        gathering.inOrder(() -> told.add("close"));
        assertThat(told).isEmpty();
        aside.poll().run();
        assertThat(told).containsExactly("end behind " + MANY, "close");
        assertThat(aside).isEmpty();
    }

    @Test
    void whereNothingIsGatheredTheEndComesAtOnce() {
        send(false, 0, 3);
        gathering.inOrder(() -> told.add("end"));
        assertThat(told).containsExactly("end");
    }

    /** Whoever sends goes on while what was gathered is handed on to somebody who has stopped reading again. */
    @Test
    void fewAreUnderWayAlsoWhileMoreCome() {
        send(false, 0, MANY);
        for (int i = 0; i < Gathering.MOST_PIECES / 2; i++) {
            unread.poll().complete();
        }
        following = MANY;
        aside.poll().run();
        assertThat(unread).hasSize(Gathering.MOST_PIECES);
    }

    /** The connector stops while something waits: its end is told all the same. */
    @Test
    void whereNobodyWorksAsideTheEndIsToldAtOnce() {
        Gathering stopped = new Gathering(this::receive, _ -> Completion.NOTHING, _ -> {
            throw new RejectedExecutionException();
        });
        for (int i = 0; i <= Gathering.MOST_PIECES; i++) {
            stopped.take(false, new byte[] {(byte) i}, 0, 1);
        }
        stopped.inOrder(() -> told.add("end behind " + data.size()));
        assertThat(told).containsExactly("end behind " + (Gathering.MOST_PIECES + 1));
    }

    @Test
    void bothStreamsArriveWhole() {
        for (int i = 0; i < MANY; i++) {
            send(i % 2 == 1, i, i + 1);
        }
        read();
        assertThat(data.size()).isEqualTo(MANY / 2);
        assertThat(errors.size()).isEqualTo(MANY / 2);
        assertThat(pieces).isLessThan(2 * Gathering.MOST_PIECES);
    }
}
