package gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatehouse.kernel.Caller;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every method of a boundary takes a {@link Caller} first and asks it, but those named here, each with the reason; what observes an event
 * acts on news and for nobody.
 */
class BoundaryCallersTest {
    private static final String SIGNING_IN = "it serves signing in: there is no caller before it";
    private static final String BY_ITSELF = "the server itself does it, for nobody";
    private static final String BELOW = "whoever keeps the row decides, and has asked its caller";

    private static final Map<String, String> WITHOUT = new TreeMap<>(Map.ofEntries(
            Map.entry("Callers.requireCurrent", SIGNING_IN),
            Map.entry("Callers.requireNotTakenBack", SIGNING_IN),
            Map.entry("Callers.issueCookie", SIGNING_IN),
            Map.entry("Callers.requireByCookie", SIGNING_IN),
            Map.entry("Callers.requireByToken", SIGNING_IN),
            Map.entry("SignIn.begin", SIGNING_IN),
            Map.entry("SignIn.suspend", SIGNING_IN),
            Map.entry("SignIn.resume", SIGNING_IN),
            Map.entry("SignIn.password", SIGNING_IN),
            Map.entry("SignIn.totp", SIGNING_IN),
            Map.entry("SignIn.publicKey", SIGNING_IN),
            Map.entry("SignIn.acceptsKey", SIGNING_IN),
            Map.entry("SignIns.open", SIGNING_IN),
            Map.entry("SignIns.stands", SIGNING_IN),
            Map.entry("Factors.candidate", SIGNING_IN),
            Map.entry("Factors.find", SIGNING_IN),
            Map.entry("Factors.rightsOf", SIGNING_IN),
            Map.entry("Factors.isUnchanged", SIGNING_IN),
            Map.entry("Factors.password", SIGNING_IN),
            Map.entry("Factors.publicKey", SIGNING_IN),
            Map.entry("Factors.publicKeyUsed", SIGNING_IN),
            Map.entry("Factors.totp", SIGNING_IN),
            Map.entry("Factors.bearer", SIGNING_IN),
            Map.entry("Factors.holder", SIGNING_IN),
            Map.entry("FirstAdministrator.check", SIGNING_IN),
            Map.entry("FirstAdministrator.create", SIGNING_IN),
            Map.entry("FirstAdministrator.reset", SIGNING_IN),
            Map.entry("ConnectionTokens.redeem", SIGNING_IN),
            Map.entry("ConnectionTokens.request", "the token that was redeemed names its owner"),
            Map.entry("FrontDoor.signIn", SIGNING_IN),
            Map.entry("FirstAdministrator.exists", BY_ITSELF),
            Map.entry("FirstAdministrator.offer", BY_ITSELF),
            Map.entry("FirstAdministrator.offerReset", BY_ITSELF),
            Map.entry("SignInWatch.onEnd", BY_ITSELF),
            Map.entry("SignIns.connectionClosed", BY_ITSELF),
            Map.entry("ConnectionTokens.onEnd", BY_ITSELF),
            Map.entry("FrontDoor.serverKey", BY_ITSELF),
            Map.entry("FrontDoor.serverIdentity", BY_ITSELF),
            Map.entry("ServerKeys.require", BY_ITSELF),
            Map.entry("ServerKeys.find", BY_ITSELF),
            Map.entry("ServerKeys.add", BY_ITSELF),
            Map.entry("Rechecks.look", BY_ITSELF),
            Map.entry("Rechecks.lookAtWatchers", BY_ITSELF),
            Map.entry("Recordings.canRecord", BY_ITSELF),
            Map.entry("SessionBook.recovered", BY_ITSELF),
            Map.entry("SessionFigures.look", BY_ITSELF),
            Map.entry("SessionRecovery.recoverAll", BY_ITSELF),
            Map.entry("AuditLog.canRecord", BY_ITSELF),
            Map.entry("AuditLog.requireDatabase", BY_ITSELF),
            Map.entry("AuditLog.record", "the event names who acted"),
            Map.entry("AuditLog.recordAlways", "the event names who acted"),
            Map.entry("Decisions.decide", "the question names the person"),
            Map.entry("Decisions.explain", "the question names the person"),
            Map.entry(
                    "Settings.get",
                    "settings bind the server, not who asks; only administrators read and change them by REST"),
            Map.entry("Keyring.seal", BELOW),
            Map.entry("Keyring.open", BELOW),
            Map.entry("Keyring.mac", BELOW),
            Map.entry("Keyring.newDataKey", BELOW),
            Map.entry("Keyring.unwrap", BELOW),
            Map.entry("Keyring.sign", BELOW),
            Map.entry("Keyring.verify", BELOW),
            Map.entry("Keyring.signingKeys", BELOW)));

    @Test
    void onlyTheseMethodsOfBoundariesTakeNoCaller() {
        Set<String> without = new ClassFileImporter()
                .importPaths(ProductClasses.folders()).stream()
                        .filter(BoundaryCallersTest::isBoundary)
                        .flatMap(bean -> bean.getMethods().stream())
                        .filter(BoundaryCallersTest::isCalledFromOutside)
                        .filter(method -> !takesACaller(method))
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without).isEqualTo(WITHOUT.keySet());
    }

    private static boolean isBoundary(JavaClass type) {
        return type.getPackageName().contains(".boundary")
                && (type.isAnnotatedWith(Stateless.class)
                        || type.isAnnotatedWith(Singleton.class)
                        || type.isAnnotatedWith(MessageDriven.class));
    }

    private static boolean isCalledFromOutside(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && method.getParameters().stream().noneMatch(parameter -> parameter.isAnnotatedWith(Observes.class));
    }

    private static boolean takesACaller(JavaMethod method) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getFirst().isEquivalentTo(Caller.class);
    }
}
