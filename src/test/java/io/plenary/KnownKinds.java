package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;
import java.util.TreeSet;

/**
 * Outside {@code kinds} nothing knows a kind, so that one is added and taken away as a folder and a
 * line in {@code AllKinds}. Part of {@link ArchitectureTest}.
 */
final class KnownKinds {
  private KnownKinds() {}

  @ArchTest
  static void nothingOutsideKindsKnowsAKind(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass one : classes) {
      boolean knows =
          one.getDirectDependenciesFromSelf().stream().anyMatch(d -> ofAKind(d.getTargetClass()));
      if (knows && !one.getPackageName().startsWith("io.plenary.kinds")) {
        found.add(one.getName().substring("io.plenary.".length()).replaceAll("\\$.*", ""));
      }
    }
    assertEquals(Set.of(), found);
  }

  private static boolean ofAKind(JavaClass one) {
    return one.getPackageName().startsWith("io.plenary.kinds.");
  }
}
