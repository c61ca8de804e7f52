package io.plenary.kinds.rating.export;

/** What the codebook says of ratings. */
final class Words {
  /** How a line about a point ends. */
  static final String POINT = "; of agreement 1 is strongly disagree and 5 strongly agree";

  static final String CODEBOOK =
      """
      Data | kind | rating | Rating: the row is a statement that was given a point of a scale
      Data | measure | agree | People who agree or strongly agree
      Data | measure | neither | People who neither agree nor disagree
      Data | measure | disagree | People who disagree or strongly disagree
      Data | measure | net_promoter_score | Percent of promoters minus percent of detractors, from -100 to 100
      Data | measure | promoters | People who gave 9 or 10 of 0 to 10
      Data | measure | detractors | People who gave 0 to 6 of 0 to 10
      Data | measure | mean | Mean of the points given, as numbers; of agreement 1 to 5
      Data | measure | median | Half of the people gave this point or less, half this or more; half-way between two \
      points where the answers in the middle differ
      Data | measure | lower_quartile | A quarter of the people gave this point or less; a half between two points \
      where the quarter ends between answers that differ (Hyndman and Fan, definition 2)
      Data | measure | upper_quartile | A quarter of the people gave this point or more, in the same way
      Data | measure | rated | People who gave the statement a point: the base of its numbers
      Data | measure | no_opinion | People who have no opinion on the statement; they are in no other number of it
      Data | base_of | rated | The base is the people who gave the statement a point; no opinion is not among them
      1, 2, … | Points given to |  | How many gave the statement the point that the header says\
      """;

  private Words() {}
}
