package gatehouse.inventory.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTextTest {
    @Test
    void endpointsSurviveTheColumn() {
        var endpoints = List.of(new ProtocolEndpoint("ssh", 22), new ProtocolEndpoint("telnet", 2323));
        var text = new EndpointsText();
        assertThat(text.convertToEntityAttribute(text.convertToDatabaseColumn(endpoints)))
                .isEqualTo(endpoints);
    }

    @Test
    void labelsSurviveTheColumn() {
        var labels = Set.of(Label.parse("env:prod"), Label.parse("team:数据:库"), Label.parse("old"));
        var text = new LabelsText();
        assertThat(text.convertToEntityAttribute(text.convertToDatabaseColumn(labels)))
                .isEqualTo(labels);
    }

    @Test
    void aLabelIsGivenWithItsValue() {
        assertThat(Label.given("env:prod")).isEqualTo(new Label("env", "prod"));
        assertThatThrownBy(() -> Label.given("no colon")).hasMessageContaining("\"no colon\" has no value");
        assertThatThrownBy(() -> Label.given("env: ")).isInstanceOf(ProblemException.class);
    }

    @Test
    void settingsOfAPlatformSurviveTheColumnWhateverTheyHold() {
        var protocols = List.of(
                new PlatformProtocol("ssh", 22, true, Map.of()),
                new PlatformProtocol("telnet", 23, false, Map.of("username_prompt", "a=b&c d\n用户名%", "x", "")));
        var text = new PlatformProtocolsText();
        assertThat(text.convertToEntityAttribute(text.convertToDatabaseColumn(protocols)))
                .isEqualTo(protocols);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":value", "a\nb:c", "name:\u0007"})
    void labelsThatWouldBreakTheColumnAreRefused(String text) {
        assertThatThrownBy(() -> Label.parse(text)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host name", "http://host", "host;rm", "a/b"})
    void addressesAreHostNamesOrAddresses(String address) {
        assertThatThrownBy(() -> details(address)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-1.example", "192.0.2.7", "2001:db8::1", "fe80::1%eth0", "主机"})
    void usualAddressesAreAccepted(String address) {
        assertThat(details(address).address()).isEqualTo(address);
    }

    private static AssetDetails details(String address) {
        return new AssetDetails(
                "web-1",
                address,
                BuiltInPlatforms.LINUX.id(),
                Optional.empty(),
                List.of(new ProtocolEndpoint("ssh", 22)),
                Set.of(),
                Set.of(),
                true,
                "");
    }

    /** R6.7 */
    @Test
    void anotherPlatformLeadsElsewhere() {
        AssetDetails before = details("web-1.example");
        AssetDetails after = new AssetDetails(
                before.name(),
                before.address(),
                PlatformId.next(),
                before.zone(),
                before.protocols(),
                before.nodes(),
                before.labels(),
                before.active(),
                before.comment());

        assertThat(after.leadsElsewhere(before)).isTrue();
        assertThat(before.in(Set.of(NodeId.next())).leadsElsewhere(before)).isFalse();
    }

    @Test
    void telnetPromptsThatAreNoPatternsAreRefused() {
        var broken = new PlatformProtocol("telnet", 23, true, Map.of("success_prompt", "("));
        assertThatThrownBy(() -> platform(broken).requireSettings())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("success_prompt");
    }

    private static PlatformDetails platform(PlatformProtocol protocol) {
        return new PlatformDetails("x", Category.DEVICE, "x", "utf-8", SuMethod.NONE, List.of(protocol));
    }

    @Test
    void builtInPlatformsHaveNamesAndIdsOfTheirOwn() {
        assertThat(BuiltInPlatforms.all()).extracting(Platform::id).doesNotHaveDuplicates();
        assertThat(BuiltInPlatforms.all()).extracting(Platform::name).doesNotHaveDuplicates();
        BuiltInPlatforms.all().forEach(platform -> platform.details().requireSettings());
        assertThat(BuiltInPlatforms.LEGACY_DEVICE.settings("ssh")).containsEntry("legacy_algorithms", "true");
        assertThat(BuiltInPlatforms.CISCO.settings("ssh")).isEmpty();
    }

    @Test
    void r63ANodeNeverMovesBelowItself() {
        Node root = Node.root(OrganisationId.next());
        Node above = root.child(NodeId.next(), "above");
        Node below = above.child(NodeId.next(), "below");
        assertThat(below.fullName()).isEqualTo("/Default/above/below");
        assertThat(below.ancestors()).containsExactly(root.id(), above.id());
        assertThatThrownBy(() -> above.hangBelow(below)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> above.hangBelow(above)).isInstanceOf(ProblemException.class);
    }
}
