package io.plenary.kinds.qa.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.plenary.kinds.qa.Question;

/**
 * What goes to the room is made of {@code PublicQuestion}, which is null for whatever the room may
 * not see.
 */
@AnalyzeClasses(packages = "io.plenary.kinds.qa", importOptions = DoNotIncludeTests.class)
class WhatTheRoomSeesTest {
  @ArchTest
  static final ArchRule doesNotKnowQuestions =
      noClasses()
          .that()
          .haveNameMatching(
              "io\\.plenary\\.kinds\\.qa\\.service\\."
                  + "(Public|Question(Feed|Lists)|Qa(View|Views|Numbers|Ticker|Counts)|Encoded).*")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(Question.class.getName());
}
