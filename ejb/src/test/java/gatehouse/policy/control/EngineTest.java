package gatehouse.policy.control;

import static gatehouse.policy.control.TestingFacts.NOW;
import static gatehouse.policy.control.TestingFacts.account;
import static gatehouse.policy.control.TestingFacts.asset;
import static gatehouse.policy.control.TestingFacts.inactive;
import static gatehouse.policy.control.TestingFacts.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Reason;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Instant NOON = NOW.plus(Duration.ofHours(1));

    private final Subject alice = new Subject(UserId.next(), "alice", Set.of());
    private final AssetFacts web = asset("web-1");
    private final AccountFacts root = account(web.id(), "root");
    private final AccountFacts own = account(web.id(), "alice");
    private final AccountFacts old = account(web.id(), "old", false);
    private final Target target = new Target(web, Set.of(), List.of(root, own, old));

    private Decision decide(AccountRef account, String protocol, Action action, Permit... permits) {
        return Engine.decide(alice, target, account, new Engine.Wish(protocol, action, NOW), List.of(permits));
    }

    private Decision asRoot(Action action, Permit... permits) {
        return decide(new AccountRef.Stored(root.id()), "ssh", action, permits);
    }

    private static void assertDenied(Decision decision, Reason.Code code) {
        assertThat(decision).isInstanceOf(Decision.Deny.class);
        assertThat(decision.reasons()).extracting(Reason::code).contains(code);
    }

    @Test
    void withoutPermissionNothingIsAllowed() {
        assertDenied(asRoot(Action.CONNECT), Reason.Code.NO_PERMISSION);
    }

    @Test
    void aPermissionAllowsAndIsNamed() {
        Permit permit = permit("ops").until(NOON).build();
        assertThat(asRoot(Action.CONNECT, permit))
                .asInstanceOf(type(Decision.Allow.class))
                .satisfies(allow -> {
                    assertThat(allow.permission()).isEqualTo(permit.id());
                    assertThat(allow.until()).isEqualTo(NOON);
                    assertThat(allow.reasons().getFirst().text()).contains("ops");
                });
    }

    /** R8.2 */
    @Test
    void whatIsAllowedEndsWhenAnExclusionBegins() {
        Permit all = permit("all").actions(Action.CONNECT, Action.UPLOAD).build();
        Permit later =
                permit("later").accounts("!root").from(NOON.plusSeconds(60)).build();
        Permit first = permit("first").accounts("!root").from(NOON).build();

        assertThat(asRoot(Action.CONNECT, all, later, first))
                .asInstanceOf(type(Decision.Allow.class))
                .satisfies(allow -> {
                    assertThat(allow.until()).isEqualTo(NOON);
                    assertThat(allow.allows(Action.UPLOAD, NOON)).isFalse();
                    assertThat(allow.allows(Action.UPLOAD, NOON.minusSeconds(1)))
                            .isTrue();
                });
    }

    @Test
    void anExclusionToComeEndsNothingThatItDoesNotExclude() {
        Permit all = permit("all").build();
        Permit[] others = {
            permit("another account").accounts("!backup").from(NOON).build(),
            permit("another protocol")
                    .accounts("!root")
                    .protocols("telnet")
                    .from(NOON)
                    .build(),
            permit("inactive").accounts("!root").from(NOON).inactive().build(),
            permit("ended")
                    .accounts("!root")
                    .from(NOW.minusSeconds(9))
                    .until(NOW)
                    .build(),
        };
        for (Permit other : others) {
            assertThat(asRoot(Action.CONNECT, all, other))
                    .as(other.details().name())
                    .asInstanceOf(type(Decision.Allow.class))
                    .satisfies(allow -> assertThat(allow.until()).isEqualTo(Decision.NEVER));
        }
    }

    @Test
    void nothingIsAllowedForLongerThanThePersonIsThere() {
        Permit connect = permit("long").actions(Action.CONNECT, Action.UPLOAD).build();
        Decision.Allow allow = (Decision.Allow) until(NOON, connect);

        assertThat(allow.until()).isEqualTo(NOON);
        assertThat(allow.allows(Action.UPLOAD, NOON)).isFalse();
        assertThat(((Decision.Allow) until(
                                NOON.plusSeconds(60),
                                permit("short").until(NOON).build()))
                        .until())
                .isEqualTo(NOON);
        assertDenied(until(NOW, connect), Reason.Code.PERSON_EXPIRED);
    }

    private Decision until(Instant end, Permit permit) {
        return Engine.decide(
                new Subject(alice.user(), "alice", Set.of(), end),
                target,
                new AccountRef.Stored(root.id()),
                new Engine.Wish("ssh", Action.CONNECT, NOW),
                List.of(permit));
    }

    @Test
    void r81ActionsOfOneGrantNeverLiveAsLongAsAnother() {
        Permit connect = permit("long").build();
        Permit upload = permit("short")
                .actions(Action.CONNECT, Action.UPLOAD)
                .until(NOON)
                .build();
        Decision.Allow wholeDay = (Decision.Allow) asRoot(Action.CONNECT, connect, upload);
        assertThat(wholeDay.until()).isEqualTo(Decision.NEVER);
        assertThat(wholeDay.actions()).containsExactly(Action.CONNECT);
        assertThat(wholeDay.allows(Action.UPLOAD, NOW)).isTrue();
        assertThat(wholeDay.allows(Action.UPLOAD, NOON)).isFalse();
        assertThat(wholeDay.allows(Action.CONNECT, NOON)).isTrue();
        assertThat(((Decision.Allow) asRoot(Action.UPLOAD, connect, upload)).until())
                .isEqualTo(NOON);
    }

    @Test
    void r81ProtocolAndAccountOfTwoGrantsDoNotCombine() {
        Permit rootByTelnet = permit("a").accounts("root").protocols("telnet").build();
        Permit ownBySsh = permit("b").accounts("alice").protocols("ssh").build();
        assertDenied(asRoot(Action.CONNECT, rootByTelnet, ownBySsh), Reason.Code.PROTOCOL_NOT_GRANTED);
    }

    @Test
    void r82AnExclusionWinsOverEveryGrant() {
        Permit everything = permit("all").actions(Action.values()).build();
        Permit butRoot = permit("not root").accounts("@ALL", "!ROOT").build();
        assertDenied(asRoot(Action.UPLOAD, everything, butRoot), Reason.Code.ACCOUNT_EXCLUDED);
        assertThat(decide(new AccountRef.Stored(own.id()), "ssh", Action.UPLOAD, everything, butRoot))
                .isInstanceOf(Decision.Allow.class);
    }

    @Test
    void r82AnExclusionOfAnotherProtocolOrTimeDoesNotBind() {
        Permit everything = permit("all").build();
        Permit telnetOnly = permit("t").accounts("!root").protocols("telnet").build();
        Permit over = permit("o").accounts("!root").until(NOW).build();
        assertThat(asRoot(Action.CONNECT, everything, telnetOnly, over)).isInstanceOf(Decision.Allow.class);
    }

    @Test
    void r84InactiveAssetsAndAccountsAreDenied() {
        Permit everything = permit("all").build();
        assertDenied(
                decide(new AccountRef.Stored(old.id()), "ssh", Action.CONNECT, everything),
                Reason.Code.ACCOUNT_INACTIVE);
        Target asleep = new Target(inactive(web), Set.of(), List.of(root));
        assertDenied(
                Engine.decide(
                        alice,
                        asleep,
                        new AccountRef.Stored(root.id()),
                        new Engine.Wish("ssh", Action.CONNECT, NOW),
                        List.of(everything)),
                Reason.Code.ASSET_INACTIVE);
    }

    @Test
    void unknownAccountsAndUnspokenProtocolsAreDenied() {
        Permit everything = permit("all").build();
        assertDenied(
                decide(new AccountRef.Stored(AccountId.next()), "ssh", Action.CONNECT, everything),
                Reason.Code.ACCOUNT_UNKNOWN);
        assertDenied(
                decide(new AccountRef.Stored(root.id()), "rdp", Action.CONNECT, everything),
                Reason.Code.PROTOCOL_NOT_SPOKEN);
    }

    @Test
    void aPermissionHoldsFromItsBeginningAndEndsBeforeItsEnd() {
        assertDenied(asRoot(Action.CONNECT, permit("later").from(NOON).build()), Reason.Code.PERMISSION_NOT_YET);
        assertDenied(asRoot(Action.CONNECT, permit("over").until(NOW).build()), Reason.Code.PERMISSION_ENDED);
        assertDenied(asRoot(Action.CONNECT, permit("off").inactive().build()), Reason.Code.PERMISSION_INACTIVE);
        assertThat(asRoot(Action.CONNECT, permit("now").from(NOW).build())).isInstanceOf(Decision.Allow.class);
    }

    @Test
    void sameNameMeansTheOwnAccountAndNoOther() {
        Permit user = permit("own").accounts("@USER").build();
        assertThat(decide(new AccountRef.Stored(own.id()), "ssh", Action.CONNECT, user))
                .isInstanceOf(Decision.Allow.class);
        assertThat(decide(new AccountRef.SameName(), "ssh", Action.CONNECT, user))
                .isInstanceOf(Decision.Allow.class);
        assertDenied(asRoot(Action.CONNECT, user), Reason.Code.ACCOUNT_NOT_GRANTED);
    }

    @Test
    void anExclusionIsNotPassedByBlanksAroundATypedName() {
        Permit all = permit("in").accounts("@INPUT", "!root").build();
        for (String name : List.of(" root", "root ", "root\n", "\u0015root")) {
            assertThatThrownBy(() -> decide(new AccountRef.Manual(name), "ssh", Action.CONNECT, all))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void typedLoginsNeedInputAndRespectExclusions() {
        AccountRef typed = new AccountRef.Manual("root");
        assertDenied(decide(typed, "ssh", Action.CONNECT, permit("all").build()), Reason.Code.ACCOUNT_NOT_GRANTED);
        assertThat(decide(
                        typed,
                        "ssh",
                        Action.CONNECT,
                        permit("in").accounts("@INPUT").build()))
                .isInstanceOf(Decision.Allow.class);
        assertDenied(
                decide(
                        typed,
                        "ssh",
                        Action.CONNECT,
                        permit("in").accounts("@INPUT", "!root").build()),
                Reason.Code.ACCOUNT_EXCLUDED);
    }

    private Decision tunnel(String host, int port, Permit... permits) {
        Engine.Wish wish = new Engine.Wish("ssh", Action.TUNNEL, NOW, Optional.of(new TunnelDestination(host, port)));
        return Engine.decide(alice, target, new AccountRef.Stored(root.id()), wish, List.of(permits));
    }

    @Test
    void r86ATunnelGoesOnlyWhereItsGrantSays() {
        Permit permit = permit("db")
                .actions(Action.CONNECT, Action.TUNNEL)
                .tunnels("db.example.org:5432")
                .build();
        assertThat(tunnel("db.example.org", 5432, permit)).isInstanceOf(Decision.Allow.class);
        assertDenied(tunnel("db.example.org", 5433, permit), Reason.Code.DESTINATION_NOT_GRANTED);
        assertDenied(tunnel("localhost", 5432, permit), Reason.Code.DESTINATION_NOT_GRANTED);
    }

    @Test
    void r86WithoutDestinationsATunnelGoesToTheAssetItself() {
        Permit permit = permit("tunnel").actions(Action.CONNECT, Action.TUNNEL).build();
        for (String own : List.of("localhost", "127.0.0.1", "::1", web.address())) {
            assertThat(tunnel(own, 8080, permit)).isInstanceOf(Decision.Allow.class);
        }
        assertDenied(tunnel("192.0.2.2", 8080, permit), Reason.Code.DESTINATION_NOT_GRANTED);
    }

    @Test
    void r86DestinationsOfOneGrantDoNotServeAnother() {
        Permit wide = permit("wide").tunnels("*:*").build();
        Permit narrow = permit("narrow").actions(Action.CONNECT, Action.TUNNEL).build();
        assertDenied(tunnel("192.0.2.2", 22, wide, narrow), Reason.Code.DESTINATION_NOT_GRANTED);
    }

    @Test
    void aDestinationDoesNotReplaceTheAction() {
        assertDenied(tunnel("localhost", 80, permit("plain").build()), Reason.Code.ACTION_NOT_GRANTED);
    }
}
