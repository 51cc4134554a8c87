package io.keystile.auth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.http.annotation.FilterMatcher;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape that the design gives to the module. */
class ArchitectureTest {

  private static final String ROOT = "io.keystile.auth";

  /** Each package may use those before it, never one behind it. */
  private static final List<String> ORDER =
      List.of(
          ROOT,
          ROOT + ".annotation",
          ROOT + ".secret",
          ROOT + ".address",
          ROOT + ".store",
          ROOT + ".audit",
          ROOT + ".settings",
          ROOT + ".keys",
          ROOT + ".policy",
          ROOT + ".limit",
          ROOT + ".usage",
          ROOT + ".receipt",
          ROOT + ".verify",
          ROOT + ".guard",
          ROOT + ".web",
          ROOT + ".notice",
          ROOT + ".redact",
          ROOT + ".metrics",
          ROOT + ".security",
          ROOT + ".management.input",
          ROOT + ".management");

  private static final String[] HTTP =
      new String[] {"io.micronaut.http..", "io.micronaut.web..", "io.netty.."};
  private static final String[] SQL =
      new String[] {
        "java.sql..",
        "javax.sql..",
        "io.micronaut.data..",
        "io.micronaut.transaction..",
        "org.flywaydb..",
        "com.zaxxer..",
        "org.sqlite.."
      };

  /** Without what the framework's processor generates beside our classes. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/$"))
          .withImportOption(location -> !location.contains("/auth/processor/"))
          .importPackages(ROOT);

  @Test
  void knowsThePlaceOfEveryPackage() {
    List<String> unplaced =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !ORDER.contains(name))
            .toList();
    assertTrue(CLASSES.size() > 50, "classes were found");
    assertTrue(unplaced.isEmpty(), "put into the order of packages: " + Set.copyOf(unplaced));
  }

  @Test
  void usesNoPackageFromAPackageBeforeIt() {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] later = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
      check(
          noClasses()
              .that(resideInAPackage(ORDER.get(i)))
              .should()
              .dependOnClassesThat(resideInAnyPackage(later))
              .because(
                  "a package uses only those before it in the design's list, so that each can be"
                      + " read, tested and replaced without the ones behind it"));
    }
  }

  @Test
  void keepsHttpAtTheEdge() {
    check(
        noClasses()
            .that(resideOutsideOf("web", "security", "management", "annotation"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(HTTP))
            .because(
                "keys are judged as values, so that no rule can depend on how HTTP is parsed"));
    check(
        noClasses()
            .that(resideInAPackage(ROOT + ".annotation"))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(HTTP)
                    .and(
                        describe(
                            "not FilterMatcher",
                            type -> !type.isEquivalentTo(FilterMatcher.class))))
            .because("the annotation needs the filter's binding and nothing else of HTTP"));
  }

  @Test
  void keepsSqlInTheStore() {
    check(
        noClasses()
            .that(
                resideOutsideOf(
                    "store", "keys", "audit", "settings", "limit", "usage", "receipt", "notice"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(SQL))
            .because("only packages with tables of their own speak SQL"));
  }

  @Test
  void keepsTheVocabularyFreeOfLibraries() {
    check(
        classes()
            .that(resideInAPackage(ROOT))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT, "java..", "org.jspecify.."))
            .because("everything speaks in these values, so they must not drag anything along"));
  }

  @Test
  void readsTheTimeFromTheClockOnly() {
    check(
        noClasses()
            .that(describe("are not the clock's factory", type -> !isClockFactory(type)))
            .should()
            .callMethodWhere(
                describe("reads the time past the clock", ArchitectureTest::readsTheTime))
            .because("one stray look at the system's time makes expiry untestable"));
  }

  @Test
  void followsWhatOperatorsChange() {
    check(
        noConstructors()
            .that()
            .areDeclaredInClassesThat(resideOutsideOf("audit"))
            .should()
            .haveRawParameterTypes(
                describe(
                    "with a configuration that is live",
                    types -> types.stream().anyMatch(ArchitectureTest::isLive)))
            .because("a copy made at the start would not see a change: inject Live of it"));
  }

  private static boolean isLive(JavaClass type) {
    return type.isRecord()
        && type.isAnnotatedWith(ConfigurationProperties.class)
        && type.getConstructors().stream()
            .flatMap(constructor -> constructor.getParameters().stream())
            .anyMatch(
                parameter ->
                    parameter.isAnnotatedWith(OperatorSetting.class)
                        && parameter.getAnnotationOfType(OperatorSetting.class).live());
  }

  private static boolean readsTheTime(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getTarget().getName();
    boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
    return (owner.startsWith("java.time.") && method.equals("now") && noArguments)
        || (owner.equals(Clock.class.getName()) && method.startsWith("system"))
        || (owner.equals(System.class.getName()) && method.equals("currentTimeMillis"));
  }

  private static boolean isClockFactory(JavaClass type) {
    return type.getName().equals(ROOT + ".store.ClockFactory");
  }

  private static DescribedPredicate<JavaClass> resideOutsideOf(String... packages) {
    Set<String> names = Set.of(packages);
    return describe(
        "reside outside of " + String.join(", ", packages),
        type ->
            !names.contains(
                type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1)));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
