package io.plenary.toy;

import io.plenary.voting.BallotDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording;
import io.plenary.words.Results;
import java.util.List;

/**
 * As an organiser wrote it, before it was checked.
 *
 * @param abstain null offers no way to
 */
public record PebblesDraft(String question, String abstain, Results results)
    implements BallotDraft<PebbleSettings> {
  @Override
  public String kind() {
    return Pebbles.KIND;
  }

  @Override
  public Pebbles activity(BallotState at, PebbleSettings asked) {
    return new Pebbles(at, asked);
  }

  @Override
  public PebbleSettings check() {
    return new PebbleSettings(Wording.question(question), Wording.abstain(abstain, List.of()));
  }
}
