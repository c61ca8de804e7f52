package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.words.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer in people's own words, as moderators see it.
 *
 * @param answer what names it in messages
 * @param text what it is called
 * @param count people who gave it, as published; 0 while it is counted as another
 * @param forms as people wrote it, most used first; not all
 * @param waits whether it is shown only once somebody lets it through
 * @param rev of the newest decision about it, 0 for none
 * @param into the answer it is counted as; null for itself
 * @param called the name it was given; null for the form that most people used
 */
public record AnswerItem(
    String answer,
    String text,
    long count,
    List<Form> forms,
    boolean waits,
    long rev,
    Standing standing,
    @JsonInclude(Include.NON_NULL) @Nullable String into,
    @JsonInclude(Include.NON_NULL) @Nullable String called) {
  public AnswerItem {
    forms = List.copyOf(forms);
  }

  /** One way that people wrote it. */
  public record Form(String text, long count) {}
}
