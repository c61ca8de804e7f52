package io.plenary.kinds.qa;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Judges a question before it goes to the store. Whether questions are taken, and how many one
 * person has asked, only the store says: what was stored before is answered as such even when
 * asking has ended since.
 */
public final class Asking {
  public static final int MAX_NAME = 60;

  private Asking() {}

  /**
   * @param name null asks anonymously
   * @throws RuleViolation {@link Reason#BAD_QUESTION}, {@link Reason#NAME_NOT_ALLOWED} or {@link
   *     Reason#NAME_WANTED}
   */
  public static Question check(Qa qa, String id, String text, @Nullable String name, long minute) {
    String line = Texts.line(text);
    if (line.isEmpty()) throw bad("Write your question.");
    int max = qa.settings().maxLength();
    if (Texts.length(line) > max) {
      throw bad("A question here is at most " + max + " characters long. Shorten it.");
    }
    return Question.asked(id, line, name(qa, name), minute);
  }

  private static @Nullable String name(Qa qa, @Nullable String raw) {
    String name = raw == null ? "" : Texts.line(raw);
    if (Texts.length(name) > MAX_NAME) {
      throw bad("A name is at most " + MAX_NAME + " characters long. Shorten it.");
    }
    QaSettings.Names names = qa.settings().names();
    if (raw != null && names == QaSettings.Names.ANONYMOUS) {
      throw new RuleViolation(Reason.NAME_NOT_ALLOWED, "Questions are asked without a name here.");
    }
    if ((raw != null && name.isEmpty()) || (raw == null && names == QaSettings.Names.NAMED)) {
      throw new RuleViolation(
          Reason.NAME_WANTED, "Questions are asked with a name here. Add yours.");
    }
    return raw == null ? null : name;
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_QUESTION, message);
  }
}
