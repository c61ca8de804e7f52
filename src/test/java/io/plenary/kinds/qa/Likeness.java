package io.plenary.kinds.qa;

/** How much two texts have in common by themselves, however many others there are: from 0 to 1. */
final class Likeness {
  private Likeness() {}

  static double of(String one, String other) {
    return Features.of(one).alike(Features.of(other));
  }
}
