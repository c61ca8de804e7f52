package io.plenary.protocol;

import io.plenary.protocol.ClientMessage.CastVote;
import io.plenary.protocol.ClientMessage.CreatePoll;
import io.plenary.protocol.ClientMessage.DeletePoll;
import io.plenary.protocol.ClientMessage.DuplicatePoll;
import io.plenary.protocol.ClientMessage.EditEvent;
import io.plenary.protocol.ClientMessage.EditPoll;
import io.plenary.protocol.ClientMessage.FinalisePoll;
import io.plenary.protocol.ClientMessage.Hello;
import io.plenary.protocol.ClientMessage.LockPoll;
import io.plenary.protocol.ClientMessage.MovePoll;
import io.plenary.protocol.ClientMessage.OpenPoll;
import io.plenary.protocol.ClientMessage.Ping;
import io.plenary.protocol.ClientMessage.ResetPoll;
import io.plenary.protocol.ClientMessage.SetStage;
import io.plenary.protocol.ClientMessage.ShowResults;

/** The client's schema in Java: one line per message, every constraint enforced. */
final class ClientReader {
  private ClientReader() {}

  static ClientMessage read(Fields f) throws BadMessage {
    ClientMessage message = switch (f.string("type")) {
      case "hello" -> hello(f);
      case "ping" -> new Ping();
      case "castVote" -> new CastVote(ref(f), f.id("poll"), atLeast(f, "round", 1), f.voteId("vote"), atLeast(f, "seq", 1),
          f.choice("choice"), f.flag("abstain"), atLeast(f, "heldMs", 0));
      case "openPoll" -> new OpenPoll(ref(f), f.id("poll"), rev(f));
      case "lockPoll" -> new LockPoll(ref(f), f.id("poll"), rev(f));
      case "finalisePoll" -> new FinalisePoll(ref(f), f.id("poll"), rev(f));
      case "resetPoll" -> new ResetPoll(ref(f), f.id("poll"), rev(f));
      case "showResults" -> new ShowResults(ref(f), f.id("poll"), rev(f), f.oneOf("results", Results.values()));
      case "setStage" -> new SetStage(ref(f), f.id("room"), f.oneOf("view", StageView.values()), f.idOrNull("activity"));
      case "createPoll" -> new CreatePoll(ref(f), f.id("room"), f.idOrNull("after"), Shapes.draft(f.object("draft")));
      case "editPoll" -> new EditPoll(ref(f), f.id("poll"), rev(f), Shapes.draft(f.object("draft")));
      case "duplicatePoll" -> new DuplicatePoll(ref(f), f.id("poll"));
      case "movePoll" -> new MovePoll(ref(f), f.id("poll"), f.idOrNull("after"));
      case "deletePoll" -> new DeletePoll(ref(f), f.id("poll"), rev(f));
      case "editEvent" -> new EditEvent(ref(f), rev(f), Shapes.details(f.object("details")));
      default -> throw new BadMessage(ErrorCode.UNKNOWN_TYPE, null, ErrorCode.UNKNOWN_TYPE.message());
    };
    f.end();
    return message;
  }

  /** The protocol is looked at first: a newer hello may look quite different. */
  private static Hello hello(Fields f) throws BadMessage {
    if (f.integer("protocol", 0, Wire.MAX_INTEGER) != Codec.PROTOCOL) {
      throw new BadMessage(ErrorCode.UNSUPPORTED_PROTOCOL, null, ErrorCode.UNSUPPORTED_PROTOCOL.message());
    }
    return new Hello(f.oneOf("role", Role.values()), f.id("event"), f.has("room") ? f.id("room") : null,
        f.has("token") ? f.text("token", 1, 400) : null);
  }

  private static long ref(Fields f) throws BadMessage {
    return atLeast(f, "ref", 1);
  }

  private static long rev(Fields f) throws BadMessage {
    return atLeast(f, "rev", 0);
  }

  private static long atLeast(Fields f, String name, long min) throws BadMessage {
    return f.integer(name, min, Wire.MAX_INTEGER);
  }
}
