package io.plenary.protocol;

import static io.plenary.protocol.ClientReader.atLeast;
import static io.plenary.protocol.ClientReader.ref;
import static io.plenary.protocol.ClientReader.rev;

/** Reads what is said about polls and votes. */
final class PollReader {
  private PollReader() {}

  /** @return null for a type of another group */
  static PollMessage read(String type, Fields f) throws BadMessage {
    return switch (type) {
      case "castVote" -> new PollMessage.CastVote(ref(f), f.id("poll"), atLeast(f, "round", 1), f.voteId("vote"), atLeast(f, "seq", 1),
          f.choice("choice"), f.flag("abstain"), atLeast(f, "heldMs", 0));
      case "openPoll" -> new PollMessage.OpenPoll(ref(f), f.id("poll"), rev(f));
      case "lockPoll" -> new PollMessage.LockPoll(ref(f), f.id("poll"), rev(f));
      case "finalisePoll" -> new PollMessage.FinalisePoll(ref(f), f.id("poll"), rev(f));
      case "resetPoll" -> new PollMessage.ResetPoll(ref(f), f.id("poll"), rev(f));
      case "showResults" -> new PollMessage.ShowResults(ref(f), f.id("poll"), rev(f), f.oneOf("results", Results.values()));
      case "createPoll" -> new PollMessage.CreatePoll(ref(f), f.id("room"), f.idOrNull("after"), Shapes.draft(f.object("draft")),
          f.newIdOrAbsent("id"));
      case "editPoll" -> new PollMessage.EditPoll(ref(f), f.id("poll"), rev(f), Shapes.draft(f.object("draft")));
      case "duplicatePoll" -> new PollMessage.DuplicatePoll(ref(f), f.id("poll"), f.newIdOrAbsent("id"));
      case "movePoll" -> new PollMessage.MovePoll(ref(f), f.id("poll"), f.idOrNull("after"));
      case "deletePoll" -> new PollMessage.DeletePoll(ref(f), f.id("poll"), rev(f));
      default -> null;
    };
  }
}
