package io.plenary.redis.store;

import io.plenary.activity.Activity.State;
import io.plenary.toy.BallotKind;
import io.plenary.voting.Ballot;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore.Cast;
import io.plenary.voting.service.BallotStore.Outcome;
import io.plenary.voting.service.BallotStore.Standing;
import java.util.HashMap;
import java.util.Map;

/**
 * What a poll's store must do, written the plain way: one vote at a time, and counting from the
 * ballots. No grace.
 */
final class VoteModel {
  private final Map<String, Ballot> ballots = new HashMap<>();
  private final Map<String, Long> late = new HashMap<>();
  private final BallotKind kind;
  private State state = State.OPEN;
  private long round = 1;

  VoteModel(BallotKind kind) {
    this.kind = kind;
  }

  long round() {
    return round;
  }

  void change(State next, boolean reset) {
    state = next;
    if (!reset) return;
    round++;
    ballots.clear();
    late.clear();
  }

  Cast cast(Ballot vote) {
    if (vote.round() != round) return new Cast(Outcome.ACTIVITY_CHANGED, null);
    if (state == State.DRAFT) return new Cast(Outcome.NOT_OPEN, null);
    Ballot stands = ballots.get(vote.voter());
    if (stands != null && stands.seq() == vote.seq() && stands.vote().equals(vote.vote())) {
      return new Cast(Outcome.REPEATED, null);
    }
    if (stands != null && stands.seq() >= vote.seq()) {
      return new Cast(Outcome.SUPERSEDED, new Standing(stands.seq(), stands.ballot()));
    }
    if (state == State.LOCKED
        || state == State.FINAL
        || state == State.ANONYMISED) { // anonymised in word only: the store knows it as final
      late.merge(vote.voter(), vote.seq(), Math::max);
      return new Cast(Outcome.LATE, null);
    }
    ballots.put(vote.voter(), vote);
    if (late.getOrDefault(vote.voter(), Long.MAX_VALUE) <= vote.seq()) late.remove(vote.voter());
    return new Cast(Outcome.COUNTED, null);
  }

  Tally tally(long version) {
    Map<String, Long> counts = new HashMap<>();
    ballots
        .values()
        .forEach(b -> kind.adds(b.ballot()).forEach((name, n) -> counts.merge(name, n, Long::sum)));
    long abstained = ballots.values().stream().filter(b -> kind.abstains(b.ballot())).count();
    return new Tally(round, version, counts, ballots.size() - abstained, abstained, late.size());
  }
}
