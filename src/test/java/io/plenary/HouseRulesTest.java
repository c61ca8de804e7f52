package io.plenary;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Event loops do not wait, the environment is read in one place, statics do not change. */
@AnalyzeClasses(packages = "io.plenary", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final Pattern COMMENTS_AND_STRINGS =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
          Pattern.DOTALL);

  /**
   * Main and the embedded Redis run on threads of their own; {@link ArchitectureTest} keeps
   * everybody else away from both.
   */
  @ArchTest
  static final ArchRule nothingBlocks =
      noClasses()
          .that()
          .haveNameNotMatching("io\\.plenary\\.Main(\\$.*)?")
          .and()
          .resideOutsideOfPackage("io.plenary.redis.embedded..")
          .should()
          .accessTargetWhere(Calls.BLOCKING);

  @ArchTest
  static final ArchRule noSynchronizedMethods =
      methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);

  @ArchTest
  static final ArchRule environmentIsReadInConfig =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.plenary.config..")
          .should()
          .accessTargetWhere(Calls.ENVIRONMENT);

  @ArchTest
  static final ArchRule staticsDoNotChange =
      fields().that().areStatic().and().doNotHaveModifier(SYNTHETIC).should(notChange());

  /**
   * Bytecode would do too, but ArchUnit does not look at instructions; the word cannot stand in
   * code for anything else.
   */
  @Test
  void noSynchronizedBlocks() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> java =
          files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList());
      assertTrue(java.size() > 20, "looked at nothing");
      assertEquals(
          List.of(),
          java.stream().filter(HouseRulesTest::synchronizes).collect(Collectors.toList()));
    }
  }

  /** The formatter asks for none, and what stands below looks as if it belonged. */
  @Test
  void whatStandsOnALineOfItsOwnHasBraces() throws IOException {
    Pattern bare =
        Pattern.compile(
            "(?m)^( *)(?:\\} )?(?:(?:else )?(?:if|for|while) \\(.*\\)|else)\\n\\1  \\S");
    List<String> found = new ArrayList<>();
    for (String home : List.of("src", "load-tests/src")) {
      try (Stream<Path> files = Files.walk(Path.of(home))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          bare.matcher(Files.readString(file))
              .results()
              .forEach(hit -> found.add(file + ": " + hit.group().strip()));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static boolean synchronizes(Path file) {
    try {
      String code = COMMENTS_AND_STRINGS.matcher(Files.readString(file)).replaceAll(" ");
      return Pattern.compile("\\bsynchronized\\b").matcher(code).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Final, and of no type that is made to be changed. Arrays may be private tables. */
  private static ArchCondition<JavaField> notChange() {
    return new ArchCondition<>("not change") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean constant =
            !holdsOpenCollection(field)
                && field.getModifiers().contains(FINAL)
                && !changeable(field.getRawType())
                && (!field.getRawType().isArray()
                    || field.getModifiers().contains(JavaModifier.PRIVATE));
        if (!constant) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
        }
      }
    };
  }

  /** A field declared as Map, List or Set says nothing; what it holds does. */
  private static boolean holdsOpenCollection(JavaField field) {
    JavaClass type = field.getRawType();
    if (!type.isInterface()
        || (!type.isAssignableTo(Collection.class) && !type.isAssignableTo(Map.class))) {
      return false;
    }
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      String held = reflected.get(null).getClass().getName();
      return !held.startsWith("java.util.ImmutableCollections$")
          && !held.startsWith("java.util.Collections$");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean changeable(JavaClass type) {
    return type.getPackageName().equals("java.util.concurrent.atomic")
        || type.isAssignableTo(StringBuilder.class)
        || (!type.isInterface()
            && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)))
        || type.isAssignableTo(java.util.concurrent.ConcurrentMap.class)
        || type.isAssignableTo(java.util.Queue.class);
  }
}
