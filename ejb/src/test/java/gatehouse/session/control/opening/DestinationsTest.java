package gatehouse.session.control.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.session.control.menu.LoginName;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.SecretKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R11.32 */
class DestinationsTest {
    private static final Caller ALICE = new Caller(
            new UserId(new UUID(0, 1)),
            "alice",
            new OrganisationId(new UUID(0, 2)),
            Set.of(),
            "192.0.2.7",
            "ssh",
            new UUID(0, 3));
    private static final TerminalRequest FILES =
            new TerminalRequest(TerminalRequest.Kind.SUBSYSTEM, "sftp", Optional.empty(), java.util.Map.of());

    private final List<ReachableAsset> reachable = new ArrayList<>();
    private final List<ReachableAccount> accounts =
            new ArrayList<>(List.of(account(new AccountRef.SameName(), "root", true)));
    private final Destinations destinations = new Destinations(new Decisions() {
        @Override
        public Page<ReachableAsset> reachable(Caller caller, ReachFilter filter, PageRequest request) {
            List<ReachableAsset> found = reachable.stream()
                    .filter(asset -> (asset.name() + asset.address())
                            .toLowerCase(Locale.ROOT)
                            .contains(request.search().toLowerCase(Locale.ROOT)))
                    .toList();
            return new Page<>(found.stream().limit(request.limit()).toList(), found.size());
        }

        @Override
        public List<ReachableAsset> reachableCalled(Caller caller, String text) {
            return reachable.stream()
                    .filter(asset -> asset.name().equalsIgnoreCase(text)
                            || asset.address().equalsIgnoreCase(text))
                    .toList();
        }

        @Override
        public List<ReachableAccount> accounts(Caller caller, AssetId asset, String protocol) {
            return accounts;
        }
    });

    private static ReachableAccount account(AccountRef ref, String name, boolean hasSecret) {
        return new ReachableAccount(ref, name, name, hasSecret, SecretKind.PASSWORD, Set.of(), List.of());
    }

    private void forgetSecret() {
        accounts.set(0, account(new AccountRef.SameName(), "root", false));
    }

    private ReachableAsset add(String name, String address, String... protocols) {
        ReachableAsset asset = new ReachableAsset(
                AssetId.next(),
                name,
                address,
                BuiltInPlatforms.LINUX.id(),
                "Linux",
                Category.HOST,
                List.of(protocols).stream()
                        .map(protocol -> new ProtocolEndpoint(protocol, 22))
                        .toList(),
                Set.of(),
                Set.of(),
                "");
        reachable.add(asset);
        return asset;
    }

    private static LoginName.Direct root(String asset) {
        return new LoginName.Direct("alice", "ssh", "root", asset);
    }

    private ProblemCode refusal(String asset, TerminalRequest request) {
        try {
            destinations.resolve(ALICE, root(asset), request);
        } catch (ProblemException problem) {
            return problem.code();
        }
        throw new AssertionError(asset + " was found");
    }

    @Test
    void anAssetIsFoundByItsNameOrAddressAmongAnyNumberThatContainIt() {
        for (int i = 0; i < 300; i++) {
            add("app-db-" + i, "192.0.2.1" + i, "ssh");
        }
        ReachableAsset wanted = add("db", "192.0.2.1", "ssh");
        assertThat(destinations
                        .resolve(ALICE, root("DB"), TerminalRequest.exec("true"))
                        .asset())
                .isEqualTo(wanted.id());
        assertThat(destinations.resolve(ALICE, root("192.0.2.1"), FILES).asset())
                .isEqualTo(wanted.id());
        assertThat(destinations.isSpoken(ALICE, "ssh", "192.0.2.1", 22)).isTrue();
        assertThat(destinations.isSpoken(ALICE, "ssh", "192.0.2.1", 23)).isFalse();
    }

    @Test
    void theOnlyAccountNeedsNoName() {
        ReachableAsset web = add("web", "192.0.2.1", "ssh");
        LoginName.Direct named = new LoginName.Direct("alice", "ssh", "", "web");
        assertThat(destinations
                        .resolve(ALICE, named, TerminalRequest.exec("true"))
                        .asset())
                .isEqualTo(web.id());

        AccountRef deploy = new AccountRef.Stored(AccountId.next());
        accounts.add(account(deploy, "deploy", true));
        assertThatThrownBy(() -> destinations.resolve(ALICE, named, TerminalRequest.exec("true")))
                .hasMessageContaining("user@account@asset")
                .hasMessageContaining("root")
                .hasMessageContaining("deploy is " + deploy.text());
    }

    @Test
    void whatIsAmbiguousIsSaidWithItsIdsAndFoundByThem() {
        ReachableAsset first = add("web", "192.0.2.1", "ssh");
        ReachableAsset second = add("web", "192.0.2.2", "ssh");
        assertThatThrownBy(() -> destinations.resolve(ALICE, root("web"), TerminalRequest.exec("true")))
                .hasMessageContaining("web (192.0.2.1) is " + first.id())
                .hasMessageContaining("web (192.0.2.2) is " + second.id());

        accounts.clear();
        AccountRef one = new AccountRef.Stored(AccountId.next());
        AccountRef other = new AccountRef.Stored(AccountId.next());
        accounts.addAll(List.of(account(one, "deploy", true), account(other, "deploy", true)));
        add("db", "192.0.2.3", "ssh");
        LoginName.Direct byId = new LoginName.Direct("alice", "ssh", other.text(), "db");
        assertThat(destinations
                        .resolve(ALICE, byId, TerminalRequest.exec("true"))
                        .account())
                .isEqualTo(other);
    }

    @Test
    void whyFilesCannotBeReachedIsNotHiddenByTheShell() {
        add("web", "192.0.2.1", "sftp");
        add("web", "192.0.2.2", "sftp");
        assertThat(refusal("web", FILES)).isEqualTo(SessionProblem.DESTINATION_AMBIGUOUS);
        add("typed", "192.0.2.3", "sftp");
        forgetSecret();
        assertThat(refusal("typed", FILES)).isEqualTo(SessionProblem.SECRET_WANTED);
        assertThat(refusal("missing", FILES)).isEqualTo(SessionProblem.DESTINATION_UNKNOWN);
    }

    @Test
    void filesAreReachedByTheShellWhereNothingElseCarriesThem() {
        ReachableAsset plain = add("plain", "192.0.2.4", "ssh");
        assertThat(destinations.resolve(ALICE, root("plain"), FILES).protocol()).isEqualTo("ssh");
        assertThat(destinations.resolve(ALICE, root("plain"), FILES).asset()).isEqualTo(plain.id());
        forgetSecret();
        assertThatThrownBy(() -> destinations.resolve(ALICE, root("plain"), FILES))
                .hasMessageContaining("no stored password");
    }
}
