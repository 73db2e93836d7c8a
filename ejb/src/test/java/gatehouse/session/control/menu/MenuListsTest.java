package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.screen.CellWidth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the menu lists: pages, searches, the tree, and in which columns. */
class MenuListsTest {
    private static final String PROMPT = "Opt> ";

    private final TestingCatalogue catalogue = TestingCatalogue.of(50);
    private final TestingSessions sessions = new TestingSessions();
    private final TestingTerminal terminal = new TestingTerminal();

    private TestingTerminal start() {
        terminal.start(TestingTerminal.options(80, 24), catalogue, sessions).expect(PROMPT);
        return terminal;
    }

    @Test
    void firstEnterListsEverythingAndTheNextTurnsThePage() {
        start().type("\r");
        assertThat(terminal.expect("Page 1 of 3, 50 assets"))
                .contains("web-00001", "web-00019")
                .doesNotContain("web-00020");
        terminal.expect(PROMPT);
        terminal.type("\r");
        assertThat(terminal.expect("Page 2 of 3")).contains("web-00020");
        terminal.type("b\r").expect("Page 1 of 3");
        terminal.type("b\r").expect("This is the first page.");
        terminal.type("n\rn\rn\r").expect("This was the last page.");
    }

    @Test
    void searchesNarrowAndNumbersConnectToTheRowShown() {
        start().type("/web-0001\r").expect("10 assets");
        terminal.expect(PROMPT);
        terminal.type("//7\r").expect("1 asset.");
        terminal.expect(PROMPT);
        terminal.type("1\r").expect("<web-00017 ssh root>");
    }

    @Test
    void aSearchThatFindsNothingLeavesTheListWhoseNumbersAreOnTheScreen() {
        start().type("/web-0001\r").expect("10 assets");
        terminal.expect(PROMPT);
        terminal.type("999\r").expect("No asset fits.");
        terminal.expect(PROMPT);
        terminal.type("//nothing\r").expect("No asset fits.");
        terminal.expect(PROMPT);
        terminal.type("8\r").expect("<web-00017 ssh root>");
    }

    @Test
    void controlLPaintsTheListAnew() {
        start().type("/web-0001\r").expect("10 assets");
        terminal.expect(PROMPT);
        terminal.type("\014").expect("\033[H\033[2J");
        terminal.expect("10 assets");
    }

    @Test
    void numberReachesRowsOfOtherPages() {
        start().type("p\r50\r").expect("<web-00050 ssh root>");
    }

    @Test
    void exactNameConnectsAlthoughOthersContainIt() {
        catalogue.add("web", "192.0.2.1", "ssh");
        start().type("WEB\r").expect("<web ssh root>");
    }

    @Test
    void treeListsNodesAndGWithNumberTheirAssets() {
        catalogue.nodes.add(new MenuNode(UUID.randomUUID(), "Default", 0, 50));
        catalogue.nodes.add(new MenuNode(UUID.randomUUID(), "Shanghai", 1, 3));
        start().type("g\r");
        assertThat(terminal.expect("2 nodes")).contains("  1  Default (50)", "  2    Shanghai (3)");
        terminal.type("g1\r").expect("50 assets");
        terminal.type("g9\r").expect("There is no number 9 here.");
    }

    @Test
    void aSearchFindsNodesTooByTheNumbersOfTheTree() {
        tree("Default", 0, "Production", 1, "web-00012 team", 2, "Test", 1);
        start().type("/PROD\r");
        assertThat(terminal.expect("g and the number lists the assets of a node."))
                .contains("g2   Production (7)  < Default")
                .doesNotContain("g1", "g3");
        terminal.expect(PROMPT);
        terminal.type("g2\r").expect("50 assets");
        terminal.expect(PROMPT);

        terminal.type("web-00012\r").expect("<web-00012 ssh root>");
    }

    @Test
    void whatOneAssetAndANodeAreCalledIsListed() {
        tree("Default", 0, "Team 00012", 1);
        start().type("00012\r");
        assertThat(terminal.expect("1 asset.")).contains("g2   Team 00012 (7)  < Default", "web-00012");
    }

    @Test
    void aWordThatOnlyOneNodeIsCalledListsItsAssets() {
        tree("Default", 0, "Production", 1);
        start().type("produ\r").expect("Page 1 of 3, 50 assets");
    }

    @Test
    void manyNodesLeaveRoomForAssetsInASmallWindow() {
        tree("web a", 0, "web b", 0, "web c", 0, "web d", 0, "web e", 0, "web f", 0, "web g", 0, "web h", 0);
        terminal.start(TestingTerminal.options(40, 12), catalogue, sessions).expect(PROMPT);
        terminal.type("/web\r");
        String page = terminal.expect("help");
        terminal.expect(PROMPT);
        assertThat(page).contains("g1   web a (7)", "g2   web b (7)", "… and 6 more nodes", "web-00001", "web-00003");
        assertThat(page.chars().filter(key -> key == '\n').count()).as("rows").isLessThan(12);
        assertThat(page.lines()).allMatch(line -> CellWidth.of(line.replaceAll("\033\\[\\d*m", "")) < 40);
    }

    /** @param namesAndDepths in turn */
    private void tree(Object... namesAndDepths) {
        for (int i = 0; i < namesAndDepths.length; i += 2) {
            catalogue.nodes.add(
                    new MenuNode(UUID.randomUUID(), (String) namesAndDepths[i], (int) namesAndDepths[i + 1], 7));
        }
    }

    @Test
    void aPortThatIsNotTheUsualOneIsShownInEveryWindow() {
        catalogue.addAt("a-very-long-name-of-some-machine", "192.0.2.133", Map.of("ssh", 2201), "ssh", "telnet");
        terminal.start(TestingTerminal.options(40, 24), catalogue, sessions).expect(PROMPT);
        terminal.type("/very-long\r");
        assertThat(terminal.expect("help")).contains("Port", "  2201");
        terminal.type("s\r").expect(PROMPT);
        terminal.type("1\r").expect("ssh 2201");
    }

    @Test
    void usualPortsAreNotShown() {
        start().type("p\r");
        assertThat(terminal.expect("50 assets")).doesNotContain("Port");
    }

    @Test
    void resizeRedrawsTheListForTheNewWidth() {
        start().type("p\r").expect("?: help");
        terminal.expect(PROMPT);
        terminal.type("abc").expect("abc");
        terminal.input.resize(WindowSize.cells(40, 12));
        String screen = terminal.expect("Opt> abc");
        assertThat(screen).contains("web-00001").doesNotContain("Linux");
        assertThat(screen.lines().map(TestingTerminal::cells)).allMatch(cells -> cells <= 40);
    }
}
