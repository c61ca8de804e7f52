package io.plenary.voting;

import java.util.List;

/**
 * One answer in people's own words, as moderators see it.
 *
 * @param family what names it on the wire and in rulings
 * @param text what it is called
 * @param count people who gave it, as published
 * @param forms as people wrote it, most used first, at most {@value #FORMS}
 * @param waits whether it is shown only once a moderator lets it through
 * @param ruling what was decided of it
 */
public record OpenAnswer(
    String family, String text, long count, List<Form> forms, boolean waits, Ruling ruling) {
  public static final int FORMS = 5;

  /**
   * @param text as somebody wrote it
   * @param count people whose published answer is written so
   */
  public record Form(String text, long count) {}

  public OpenAnswer {
    forms = List.copyOf(forms);
  }
}
