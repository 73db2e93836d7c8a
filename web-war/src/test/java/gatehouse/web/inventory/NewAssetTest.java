package gatehouse.web.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.inventory.entity.AssetDetails;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewAssetTest {
    private static final String ID = "01980000-0000-7000-8000-000000000001";

    @Test
    void whatIsRightIsTaken() {
        AssetDetails details = asset("web", "10.0.0.1", ID, List.of(new Endpoint("ssh", 22)), "env:prod")
                .details();
        assertThat(details.name()).isEqualTo("web");
        assertThat(details.labels()).hasSize(1);
        assertThat(details.protocols()).hasSize(1);
    }

    @Test
    void everyWrongMemberIsNamedAtOnce() {
        List<Endpoint> protocols = List.of(new Endpoint("ssh", 22), new Endpoint("sftp", 0));
        assertThat(wrong(asset("", "a b", "here", protocols, "env:prod", "env")))
                .extracting(WrongField::field)
                .containsExactly("platform", "protocols[1].port", "labels[1]", "name", "address");
    }

    @Test
    void eachSaysWhatIsWrongWithIt() {
        assertThat(wrong(asset("web", "a b", ID, List.of(new Endpoint("ssh", 22)))))
                .containsExactly(
                        new WrongField("address", "ASSET_INVALID", "the address must be a host name or an IP address"));
    }

    @Test
    void protocolsThatCannotBeReadAreNotMissedBesides() {
        assertThat(wrong(asset("web", "10.0.0.1", ID, List.of(new Endpoint("ssh", 70_000)))))
                .extracting(WrongField::field)
                .containsExactly("protocols[0].port");
    }

    private static List<WrongField> wrong(NewAsset body) {
        return catchThrowableOfType(ProblemException.class, body::details).fields();
    }

    private static NewAsset asset(
            String name, String address, String platform, List<Endpoint> protocols, String... labels) {
        return new NewAsset(
                name,
                address,
                platform,
                Optional.empty(),
                protocols,
                Optional.empty(),
                Optional.of(List.of(labels)),
                Optional.empty(),
                Optional.empty());
    }
}
