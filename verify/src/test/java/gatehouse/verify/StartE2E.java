package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code ./gatehouse run} and its neighbours, as a person meets them. */
class StartE2E {
    @Test
    void aSecondStartOnTheSameHomeSaysThatOneRuns() {
        Program.Result second = RunningGatehouse.shared().gatehouse("run");

        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("already running");
    }

    @Test
    void statusSaysThatItIsReadyAndSmall() {
        Program.Result status = RunningGatehouse.shared().gatehouse("status");

        assertThat(status.code()).as(status.toString()).isZero();
        assertThat(status.out()).contains("ready");
    }

    @Test
    void theSignInPageComesOverTlsThatTheLocalAuthorityVouchesFor() {
        var page = RunningGatehouse.shared().rest().page("ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>");
    }
}
