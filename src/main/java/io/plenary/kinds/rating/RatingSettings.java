package io.plenary.kinds.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how it may be answered: the part of a rating that is frozen once a vote is in.
 *
 * @param statements 1 to 10; one of a net promoter
 * @param noOpinion label of the way to have no opinion on a statement; null offers none, and then a
 *     statement may be left out
 * @param abstain label of the explicit way to abstain from all; null offers none
 */
public record RatingSettings(
    String question,
    List<Statement> statements,
    RatingScale scale,
    @Nullable String noOpinion,
    @Nullable String abstain) {
  public RatingSettings {
    statements = List.copyOf(statements);
  }

  /** Ids of the statements, in their order. */
  List<String> ids() {
    return statements.stream().map(Statement::id).toList();
  }
}
