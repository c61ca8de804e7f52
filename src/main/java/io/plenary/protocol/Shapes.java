package io.plenary.protocol;

import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.OptionDraft;
import io.plenary.protocol.Wire.PollDraft;
import java.util.ArrayList;
import java.util.List;

/** Reads the shapes that organisers write, on the wire and in event files alike. */
public final class Shapes {
  private Shapes() {}

  public static PollDraft draft(Fields f) throws BadMessage {
    String question = f.lines("question", 1, 300);
    List<OptionDraft> options = new ArrayList<>();
    for (Fields o : f.objects("options", 2, 20)) {
      options.add(
          new OptionDraft(
              o.text("text", 1, 200),
              o.has("id") ? o.optionId("id") : null,
              o.has("exclusive") && o.flag("exclusive")));
      o.end();
    }
    PollDraft draft =
        new PollDraft(
            question,
            options,
            (int) f.integer("maxChoices", 1, 20),
            f.isNull("abstain") ? null : f.text("abstain", 1, 80),
            f.oneOf("results", Results.values()));
    f.end();
    return draft;
  }

  public static EventDetails details(Fields f) throws BadMessage {
    EventDetails details =
        new EventDetails(
            f.text("name", 1, 120),
            f.day("startsOn"),
            f.day("endsOn"),
            f.text("timeZone", 1, 60),
            f.texts("frameOrigins", 10, 1, 200),
            f.has("smallGroup") && f.flag("smallGroup"));
    f.end();
    return details;
  }
}
