package io.plenary;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.plenary.protocol.ClientMessage;
import io.plenary.protocol.ServerMessage;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Who may know whom. Within a kind: {@link KindRooms}. Calls that block, statics and sizes: {@link
 * HouseRulesTest}, {@link SourceSizeTest}.
 */
@AnalyzeClasses(packages = "io.plenary", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] RULES = {
    "io.plenary.event", "io.plenary.activity", "io.plenary.voting", "io.plenary.kinds.*"
  };
  private static final String WORDS = "io.plenary.words";

  /** Which texts may abuse somebody: asked by every kind whose people write. */
  static final String ABUSE = "io.plenary.abuse";

  private static final String MAIN = "io\\.plenary\\.Main(\\$.*)?";

  /** Everything that stands in the root package belongs to the composition. */
  static final String APP = "io\\.plenary\\.[A-Z]\\w*(\\$.*)?";

  private static final String[] IO = {
    "java.io..",
    "java.net..",
    "java.nio.file..",
    "java.nio.channels..",
    "java.sql..",
    "java.util.logging..",
    "java.util.concurrent",
    "java.util.concurrent.locks..",
    "java.util.concurrent.atomic.."
  };

  @ArchTest
  static final ArchRule rulesKnowOnlyJavaAndEachOther =
      classes()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(and(RULES, "java..", WORDS, ABUSE));

  @ArchTest
  static final ArchRule wordsKnowHowTheyAreWritten =
      rule(WORDS, "java..", "com.fasterxml.jackson.annotation..");

  @ArchTest static final ArchRule eventKnowsNoOtherFeature = rule("io.plenary.event", "java..");

  @ArchTest
  static final ArchRule activityKnowsEventAlone =
      rule("io.plenary.activity", "java..", "io.plenary.event");

  @ArchTest
  static final ArchRule votingKnowsEventAndActivityAlone =
      rule("io.plenary.voting", "java..", "io.plenary.event", "io.plenary.activity");

  @ArchTest
  static final ArchRule rulesDoNoInputOutput =
      noClasses()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(IO);

  @ArchTest
  static final ArchRule rulesHaveNoClockAndNoRandomness =
      noClasses()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .accessTargetWhere(Calls.CLOCK_OR_CHANCE);

  @ArchTest
  static final ArchRule vertxRedisOnlyInRedisAndStoresOfKinds =
      only("io.vertx.redis..", "io.plenary.redis..", "io.plenary.kinds.*.store");

  @ArchTest
  static final ArchRule vertxWebOnlyInTransport =
      only("io.vertx.ext.web..", "io.plenary.transport..");

  @ArchTest
  static final ArchRule vertxAuthOnlyTowardsProviders =
      only("io.vertx.ext.auth..", "io.plenary.oidc..");

  @ArchTest
  static final ArchRule databindOnlyWhereJsonIsShaped =
      only(
          "com.fasterxml.jackson.databind..",
          "io.plenary.protocol..",
          "io.plenary.config..",
          "io.plenary.export..",
          "io.plenary.kinds.*.export..");

  @ArchTest
  static final ArchRule transportDoesNotKnowRedis =
      never("io.plenary.transport..", "io.plenary.redis..");

  @ArchTest
  static final ArchRule redisDoesNotKnowTransport =
      never(
          "io.plenary.redis..",
          "io.plenary.transport..",
          "io.plenary.export..",
          "io.plenary.protocol..");

  @ArchTest
  static final ArchRule servicesKnowNoOuterRooms =
      never(
          "io.plenary.(*|kinds.*).(service|export)..",
          "io.plenary.transport..",
          "io.plenary.redis..",
          "io.plenary.config..",
          "io.netty..");

  @ArchTest
  static final ArchRule protocolKnowsJacksonAlone =
      rule("io.plenary.protocol..", "java..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule exportIsPure =
      rule(
          "io.plenary.export",
          "java..",
          "com.fasterxml.jackson..",
          "org.apache.commons.csv..",
          "io.plenary.export.workbook",
          "io.plenary.protocol..",
          "io.plenary.event",
          "io.plenary.activity",
          "io.plenary.voting");

  @ArchTest
  static final ArchRule workbooksKnowSpreadsheetsAlone =
      rule(
          "io.plenary.export.workbook",
          "java..",
          "javax.xml.stream..",
          "org.dhatim.fastexcel..",
          "org.apache.commons.compress..");

  @ArchTest
  static final ArchRule hubKnowsProtocolAndVertx =
      rule(
          "io.plenary.hub..",
          "java..",
          "io.vertx.core..",
          "org.slf4j..",
          "io.plenary.protocol..",
          "io.plenary.metrics..");

  @ArchTest static final ArchRule configKnowsNothingOfOurs = alone("io.plenary.config..");

  @ArchTest static final ArchRule limitsKnowNothingOfOurs = alone("io.plenary.limit..");

  /** O23: a clock that is set back an hour would lock people out for as long. */
  @ArchTest
  static final ArchRule o23_limitsDoNotAskTheTimeOfDay =
      noClasses()
          .that()
          .resideInAPackage("io.plenary.limit..")
          .or()
          .haveNameMatching("io\\.plenary\\.identity\\.\\w*Limits")
          .should()
          .accessTargetWhere(Calls.TIME_OF_DAY);

  @ArchTest static final ArchRule abuseKnowsJavaAlone = rule(ABUSE, "java..");

  @ArchTest static final ArchRule metricsKnowNothingOfOurs = alone("io.plenary.metrics..");

  /** It plays people, so it may know of the server what people's pages know: the wire. */
  @ArchTest
  static final ArchRule simulationKnowsTheWireAlone =
      rule(
          "io.plenary.simulation..",
          "java..",
          "io.vertx.core..",
          "org.slf4j..",
          "io.plenary.protocol..");

  @ArchTest
  static final ArchRule onlyMainKnowsApp =
      noClasses()
          .that()
          .haveNameNotMatching(MAIN)
          .and()
          .haveNameNotMatching(APP)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(APP);

  @ArchTest
  static final ArchRule nobodyKnowsMain =
      noClasses()
          .that()
          .haveNameNotMatching(MAIN)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(MAIN);

  /** It waits for a process, which no event loop may. */
  @ArchTest
  static final ArchRule onlyMainAndAppKnowTheEmbeddedRedis =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.plenary.redis.embedded..")
          .and()
          .haveNameNotMatching(MAIN)
          .and()
          .haveNameNotMatching(APP)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.plenary.redis.embedded..");

  @ArchTest static final ArchTests roomsOfKinds = ArchTests.in(KindRooms.class);

  @ArchTest static final ArchTests whoKnowsKinds = ArchTests.in(KnownKinds.class);

  @ArchTest static final ArchTests whatIsRememberedNamesItsEvent = ArchTests.in(StateKeys.class);

  @ArchTest
  static final ArchRule noCycles = slices().matching("io.plenary.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule messagesAreRecords =
      classes()
          .that()
          .areAssignableTo(ClientMessage.class)
          .or()
          .areAssignableTo(ServerMessage.class)
          .and(not(INTERFACES))
          .should()
          .beRecords();

  /** Everybody may know the words. */
  static ArchRule rule(String who, String... may) {
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(and(may, who, WORDS));
  }

  private static ArchRule only(String what, String... where) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(where)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(what);
  }

  private static ArchRule never(String who, String... whom) {
    return noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(whom);
  }

  private static ArchRule alone(String who) {
    return noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat(resideInAPackage("io.plenary..").and(not(resideInAPackage(who))));
  }

  private static String[] and(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
