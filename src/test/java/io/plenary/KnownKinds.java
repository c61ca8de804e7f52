package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.plenary.kinds.AllKinds;
import java.util.Set;
import java.util.TreeSet;

/**
 * Outside its folder nothing knows a kind but the registry, so that one is added and taken away as
 * a folder and a line in {@link AllKinds}. Part of {@link ArchitectureTest}; words of kinds: {@link
 * KindWordsTest}.
 */
final class KnownKinds {
  private KnownKinds() {}

  @ArchTest
  static void nothingOutsideItsFolderKnowsAKind(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass one : classes) {
      boolean knows =
          one.getDirectDependenciesFromSelf().stream().anyMatch(d -> ofAKind(d.getTargetClass()));
      if (knows && !ofAKind(one) && !one.isEquivalentTo(AllKinds.class)) found.add(one.getName());
    }
    assertEquals(Set.of(), found);
  }

  private static boolean ofAKind(JavaClass one) {
    return one.getPackageName().startsWith("io.plenary.kinds.");
  }
}
