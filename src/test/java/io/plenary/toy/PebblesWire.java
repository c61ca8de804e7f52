package io.plenary.toy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.BallotFields;
import io.plenary.protocol.Fields;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.Wire;
import io.plenary.protocol.WireDraft;
import io.plenary.words.Results;
import java.util.List;

/** Pebbles as they travel. */
public final class PebblesWire {
  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(Pebbles.KIND, Draft::read, List.of(Room.class, Organiser.class));

  private PebblesWire() {}

  /** What an organiser writes; {@code abstain} may be null. */
  public record Draft(String question, String abstain, Results results) implements WireDraft {
    public static Draft read(Fields f) throws BadMessage {
      Draft draft =
          new Draft(BallotFields.question(f), BallotFields.abstain(f), BallotFields.results(f));
      f.end();
      return draft;
    }
  }

  /** As the room sees them. */
  public record Room(@JsonUnwrapped RoomBallot ballot, String question, String abstain)
      implements Wire.BallotView {
    @Override
    public String kind() {
      return Pebbles.KIND;
    }
  }

  /** As organisers see them. */
  public record Organiser(@JsonUnwrapped OrganiserBallot ballot, String question, String abstain)
      implements Wire.OrganiserBallotView {
    @Override
    public String kind() {
      return Pebbles.KIND;
    }
  }
}
