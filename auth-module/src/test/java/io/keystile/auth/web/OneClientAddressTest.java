package io.keystile.auth.web;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * CVE-2022-24112: where two functions tell the client's address, one of them believes the client.
 */
@AnalyzeClasses(packages = "io.keystile", importOptions = DoNotIncludeTests.class)
class OneClientAddressTest {

  @ArchTest
  static final ArchRule ONLY_ONE_ASKS_FOR_THE_PEER =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ClientAddresses.class.getName())
          .should()
          .callMethodWhere(target(name("getRemoteAddress")))
          .because("ClientAddresses is the only place that decides where a request came from");

  @ArchTest
  static final ArchRule NOBODY_ASKS_THE_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micronaut.http.server.util..")
          .because("the framework's resolvers believe forwarded headers of any peer");
}
