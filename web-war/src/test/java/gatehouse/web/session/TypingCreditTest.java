package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R20.4 */
class TypingCreditTest {
    private final TypingCredit credit = new TypingCredit();

    @Test
    void keystrokesAreTakenWithoutAWord() {
        for (int i = 0; i < 1000; i++) {
            assertThat(credit.take(1)).isTrue();
            assertThat(credit.taken(1)).isEmpty();
        }
    }

    @Test
    void aPasteIsToldPieceByPiece() {
        assertThat(credit.take(100_000)).isTrue();
        assertThat(credit.taken(16_384)).isEmpty();
        assertThat(credit.taken(16_384)).hasValue(32_768);
        assertThat(credit.taken(67_232)).hasValue(100_000);
    }

    @Test
    void whoDoesNotWaitIsCutOffAndTakenInputGivesRoom() {
        assertThat(credit.take(TypingCredit.MOST_WAITING)).isTrue();
        assertThat(credit.take(1)).isFalse();
        assertThat(credit.taken(TypingCredit.MOST_WAITING)).hasValue(TypingCredit.MOST_WAITING);
        assertThat(credit.take(1)).isTrue();
    }

    @Test
    void behindWhatFoundNoRoomNothingIsAdmittedThoughThereIsRoomAgain() {
        List<String> cuts = new ArrayList<>();
        assertThat(credit.admit(TypingCredit.MOST_WAITING, () -> cuts.add("early")))
                .isTrue();
        assertThat(credit.admit(1, () -> cuts.add("cut off"))).isFalse();
        credit.taken(TypingCredit.MOST_WAITING);
        assertThat(credit.admit(1, () -> cuts.add("again"))).isFalse();
        assertThat(cuts).containsExactly("cut off");
    }
}
