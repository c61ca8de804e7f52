package io.plenary.event;

import io.plenary.words.Theme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What makes the look of a stage acceptable: it is read from the last row. */
public final class LookRules {
  /** WCAG 2.2, 1.4.3: text. */
  private static final double TEXT = 4.5;

  /** WCAG 2.2, 1.4.11: what has to be seen to be understood. */
  private static final double SEEN = 3;

  private LookRules() {}

  /** Ground and text of Plenary's own: {@code tokens.css} of the pages. */
  record Own(String ground, String ink) {}

  static Own own(Theme theme) {
    return theme == Theme.LIGHT ? new Own("#faf8f4", "#1c1730") : new Own("#15112a", "#f7f5ff");
  }

  /**
   * @throws RuleViolation {@link Reason#BAD_DRAFT} naming the colour that is not seen well enough
   */
  public static Look check(Look look) {
    Own own = own(look.theme());
    String ground = look.ground() == null ? own.ground() : look.ground();
    least(own.ink(), ground, TEXT, "The background", "for text");
    least(look.bar(), ground, SEEN, "The colour of bars", "on the background");
    least(look.leader(), ground, SEEN, "The colour of the leading bar", "on the background");
    return look;
  }

  private static void least(
      @Nullable String colour, String ground, double least, String what, String where) {
    if (colour == null) return;
    double found = Contrast.of(colour, ground);
    if (found >= least) return;
    throw new RuleViolation(
        Reason.BAD_DRAFT,
        String.format(
            Locale.ROOT,
            "%s has a contrast of %.1f:1 %s, and needs %s:1 to be seen from the last row. Choose a"
                + " darker or lighter one.",
            what,
            Math.floor(found * 10) / 10,
            where,
            least == TEXT ? "4.5" : "3"));
  }
}
