package io.plenary.kinds.qa.service;

import java.util.LinkedHashSet;
import java.util.Set;

/** What moved in a Q&A since something looked last. */
final class QuestionDelta {
  /** Numbers of public questions that are new or changed in more than upvotes. */
  final Set<Integer> put = new LinkedHashSet<>();

  /** Those of them that were not public before. */
  final Set<Integer> came = new LinkedHashSet<>();

  /** Numbers of public questions of which only the upvotes moved. */
  final Set<Integer> up = new LinkedHashSet<>();

  /** Numbers that are public no more. */
  final Set<Integer> gone = new LinkedHashSet<>();

  /** Ids of questions that are new or changed. */
  final Set<String> changed = new LinkedHashSet<>();

  /** Ids of questions of which only the upvotes moved. */
  final Set<String> counted = new LinkedHashSet<>();

  /**
   * Ids of questions that were like one that moved, before it did: their mark may be another now.
   */
  final Set<String> alike = new LinkedHashSet<>();

  /** Keys of people of whose questions something moved. */
  final Set<String> askers = new LinkedHashSet<>();

  /** Nothing that was known before counts any more. */
  boolean afresh;

  /** Everybody is to be told, whoever's questions moved. */
  boolean everybody;

  /** Everything was read anew. It is told to nobody piece by piece: who asks is shown all of it. */
  static QuestionDelta afresh() {
    QuestionDelta moves = new QuestionDelta();
    moves.afresh = true;
    return moves;
  }

  boolean isEmpty() {
    return !afresh && !everybody && changed.isEmpty() && counted.isEmpty();
  }
}
