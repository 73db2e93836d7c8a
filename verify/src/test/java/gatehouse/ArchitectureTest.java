package gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules that a machine can check. ARCHITECTURE.md says each in words, under the same name. */
class ArchitectureTest {
    /** A context may use any context to its left, never one to its right. */
    private static final List<String> STREET = List.of(
            "kernel",
            "keyring",
            "audit",
            "setting",
            "identity",
            "notification",
            "inventory",
            "vault",
            "policy",
            "ticket",
            "access",
            "session",
            "automation");

    private static final Set<String> USES_CONNECTORS = Set.of("session", "automation");

    /** The first to ask what a protocol is (ADR 12). */
    private static final String FIRST_TO_ASK = "inventory";

    private static final String DESCRIPTORS = "gatehouse.connector.spi.protocol..";

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|passphrase|secret|token|privatekey)");

    static final ArchRule contexts_form_a_one_way_street = modules()
            .definedByPackages("gatehouse.(*)..")
            .should()
            .respectTheirAllowedDependencies(street(), consideringOnlyDependenciesInAnyPackage("gatehouse.."));

    static final ArchRule control_is_private_to_its_context = modules()
            .definedByPackages("gatehouse.(*)..")
            .should()
            .onlyDependOnEachOtherThroughClassesThat(resideInAnyPackage(
                    "..boundary..", "..entity..", "gatehouse.kernel..", "gatehouse.connector.spi.."));

    static final ArchRule control_never_calls_its_own_boundary =
            classes().that().resideInAPackage("..control..").should(notUseTheirOwnBoundary());

    static final ArchRule entity_is_the_bottom = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..boundary..", "..control..");

    static final ArchRule connectors_ignore_each_other = slices().matching("gatehouse.connector.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("gatehouse.connector.spi.."));

    /** The others ask descriptors, and open nothing. */
    static final ArchRule only_sessions_use_shapes = noClasses()
            .that()
            .resideInAnyPackage(STREET.stream()
                    .filter(context -> !USES_CONNECTORS.contains(context))
                    .map(context -> "gatehouse." + context + "..")
                    .toArray(String[]::new))
            .should()
            .dependOnClassesThat(resideInAPackage("gatehouse.connector..").and(not(resideInAPackage(DESCRIPTORS))));

    static final ArchRule http_lives_in_web = noClasses()
            .that()
            .resideOutsideOfPackage("gatehouse.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.websocket..");

    /** A boundary may be handed the entity manager, to pass it on; only control, and the scoped rows that it goes through, ask it anything. */
    static final ArchRule persistence_lives_in_control = noClasses()
            .that()
            .resideOutsideOfPackages("..control..", "gatehouse.kernel.persistence..")
            .should()
            .callMethodWhere(target(owner(assignableTo(EntityManager.class))));

    static final ArchRule beans_live_in_boundary = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .or()
            .areAnnotatedWith(MessageDriven.class)
            .should()
            .resideInAPackage("..boundary..");

    /** The container refuses other calls, but only when they are made. */
    static final ArchRule beans_are_called_by_public_methods =
            noClasses().should().callMethodWhere(aBeanIsCalledByAMethodThatIsNotPublic());

    static final ArchRule resources_are_named_so = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areTopLevelClasses()
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true);

    static final ArchRule resources_never_leak_entities = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .haveRawReturnType(annotatedWith(Entity.class).forSubtype())
            .allowEmptyShould(true);

    static final ArchRule only_kernel_starts_threads = noClasses()
            .that()
            .resideOutsideOfPackages("gatehouse.kernel..", "gatehouse.connector..")
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Thread.class, "start");

    static final ArchRule shapes_are_push_based = noClasses()
            .that()
            .resideInAPackage("gatehouse.connector.spi..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.InputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.OutputStream");

    static final ArchRule names_carry_meaning = noClasses()
            .that()
            .areNotAnonymousClasses()
            .should()
            .haveNameMatching(".*(Impl|Service|Manager|Helper|Utils?|Base|Common|Data|Info)")
            .allowEmptyShould(true);

    static final ArchRule secrets_are_not_strings = noFields()
            .that()
            .haveNameMatching("(?i).*(password|passphrase|secret|privatekey)")
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("gatehouse.web..")
            .should()
            .haveRawType(String.class)
            .allowEmptyShould(true);

    /** A record prints all its components, and a record of the web is one stray log line away from its secret. */
    static final ArchRule records_with_secrets_do_not_print_them = classes()
            .that()
            .areRecords()
            .and(holdASecretAsText())
            .should(declareToString())
            .allowEmptyShould(true);

    static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule no_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        JavaClasses classes = new ClassFileImporter().importPaths(ProductClasses.folders());
        return Stream.of(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(classes)));
    }

    private static AllowedModuleDependencies street() {
        var allowed = AllowedModuleDependencies.allow().fromModule("connector").toModules("kernel");
        for (int i = 1; i < STREET.size(); i++) {
            String context = STREET.get(i);
            List<String> left = STREET.subList(0, i);
            String[] targets = i < STREET.indexOf(FIRST_TO_ASK) ? left.toArray(String[]::new) : withConnectors(left);
            allowed = allowed.fromModule(context).toModules(targets);
        }
        return allowed.fromModule("web").toModules(withConnectors(STREET));
    }

    private static DescribedPredicate<JavaMethodCall> aBeanIsCalledByAMethodThatIsNotPublic() {
        return DescribedPredicate.describe("a bean is called by a method that is not public", call -> {
            JavaClass bean = call.getTargetOwner();
            boolean itself = call.getOriginOwner().equals(bean)
                    || call.getOriginOwner().getName().startsWith(bean.getName() + "$");
            boolean isBean = bean.isAnnotatedWith(Stateless.class) || bean.isAnnotatedWith(Singleton.class);
            return isBean
                    && !itself
                    && call.getTarget()
                            .resolveMember()
                            .map(JavaMember::getModifiers)
                            .filter(are -> !are.contains(JavaModifier.PUBLIC) && !are.contains(JavaModifier.STATIC))
                            .isPresent();
        });
    }

    private static ArchCondition<JavaClass> notUseTheirOwnBoundary() {
        return new ArchCondition<>("not use the boundary of their own context") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String context = context(item);
                item.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith(context + ".boundary"))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> holdASecretAsText() {
        return DescribedPredicate.describe(
                "hold a secret as text",
                item -> item.getFields().stream()
                        .filter(field -> SECRET_NAME.matcher(field.getName()).matches())
                        .anyMatch(field -> field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(String.class))));
    }

    private static ArchCondition<JavaClass> declareToString() {
        return new ArchCondition<>("say themselves what they print") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Set<JavaAccess<?>> used = item.getMethod("toString").getAccessesFromSelf();
                // what the compiler makes touches nothing by itself: it is linked at run time, and prints everything
                boolean printsAll = used.isEmpty();
                boolean printsSecret = used.stream()
                        .anyMatch(
                                access -> SECRET_NAME.matcher(access.getName()).matches());
                if (printsAll || printsSecret) {
                    events.add(SimpleConditionEvent.violated(item, item.getFullName() + " prints its secret"));
                }
            }
        };
    }

    /** {@code gatehouse.session.control.menu} → {@code gatehouse.session} */
    private static String context(JavaClass item) {
        String[] parts = item.getPackageName().split("\\.", 3);
        return parts[0] + "." + parts[1];
    }

    private static String[] withConnectors(List<String> contexts) {
        return Stream.concat(contexts.stream(), Stream.of("connector")).toArray(String[]::new);
    }
}
