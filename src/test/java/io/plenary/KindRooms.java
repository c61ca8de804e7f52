package io.plenary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each package of a kind may know, and who may know it. Part of {@link ArchitectureTest}. */
final class KindRooms {
  @ArchTest
  static final ArchRule rulesOfAKindKnowEventActivityAndVotingAlone =
      ArchitectureTest.rule(
          "io.plenary.kinds.*",
          "java..",
          ArchitectureTest.ABUSE,
          "io.plenary.event",
          "io.plenary.activity",
          "io.plenary.voting");

  @ArchTest
  static final ArchRule kindsDoNotKnowEachOther =
      slices().matching("io.plenary.kinds.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule whatAKindBringsToTheWireKnowsTheProtocolAndItsRules =
      ArchitectureTest.rule(
          "io.plenary.kinds.*.wire",
          "java..",
          "com.fasterxml.jackson.annotation..",
          "io.plenary.protocol..",
          "io.plenary.kinds.*");

  @ArchTest
  static final ArchRule storesOfAKindKnowRedisAndItsServicesAlone =
      ArchitectureTest.rule(
          "io.plenary.kinds.*.store",
          "java..",
          "io.vertx.core..",
          "io.vertx.redis..",
          "io.plenary.redis",
          "io.plenary.redis.store",
          "io.plenary.hub",
          "io.plenary.activity..",
          "io.plenary.kinds.*",
          "io.plenary.kinds.*.service");

  @ArchTest
  static final ArchRule handlersOfAKindKnowTheTransportAndItsServices =
      ArchitectureTest.rule(
          "io.plenary.kinds.*.transport",
          "java..",
          "io.vertx.core..",
          "io.plenary.transport",
          "io.plenary.protocol..",
          "io.plenary.hub",
          "io.plenary.identity",
          "io.plenary.metrics",
          "io.plenary.event",
          "io.plenary.activity..",
          "io.plenary.kinds.*",
          "io.plenary.kinds.*.service",
          "io.plenary.kinds.*.wire");

  /** Of a kind they are its composition, and meet nowhere else. */
  @ArchTest
  static final ArchRule onlyTheModuleOfAKindKnowsItsStoreAndItsHandlers =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.plenary.kinds.*.module",
              "io.plenary.kinds.*.store",
              "io.plenary.kinds.*.transport")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.plenary.kinds.*.store", "io.plenary.kinds.*.transport");

  @ArchTest
  static final ArchRule modulesAreKnownToTheRegistryAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.plenary.kinds", "io.plenary.kinds.*.module")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.plenary.kinds.*.module");

  /** Kinds are asked what they bring, and say it to the composition alone. */
  @ArchTest
  static final ArchRule whatModulesAreIsKnownToThemTheRegistryAndTheComposition =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.plenary.module", "io.plenary.kinds", "io.plenary.kinds.*.module")
          .and()
          .haveNameNotMatching(ArchitectureTest.APP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.plenary.module");

  @ArchTest
  static final ArchRule tastesOfAKindKnowItsWireAlone =
      ArchitectureTest.rule(
          "io.plenary.kinds.*.simulation",
          "java..",
          "io.plenary.protocol..",
          "io.plenary.simulation..",
          "io.plenary.kinds.*.wire");

  @ArchTest
  static final ArchRule filesOfAKindArePure =
      ArchitectureTest.rule(
          "io.plenary.kinds.*.export",
          "java..",
          "com.fasterxml.jackson..",
          "io.plenary.export",
          "io.plenary.export.workbook",
          "io.plenary.protocol..",
          "io.plenary.event",
          "io.plenary.activity",
          "io.plenary.voting",
          "io.plenary.kinds.*",
          "io.plenary.kinds.*.service",
          "io.plenary.kinds.*.wire");

  private KindRooms() {}
}
