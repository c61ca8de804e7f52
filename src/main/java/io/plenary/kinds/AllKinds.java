package io.plenary.kinds;

import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.choice.service.PollFormat;
import io.plenary.kinds.qa.service.QaFormat;
import io.plenary.kinds.reactions.service.ReactionFormat;
import java.util.List;

/** Every kind there is: the one place outside their folders that names them all. */
public final class AllKinds {
  private AllKinds() {}

  /** How they stand in the store. */
  public static List<ActivityFormat> formats() {
    return List.of(new PollFormat(), new QaFormat(), new ReactionFormat());
  }
}
