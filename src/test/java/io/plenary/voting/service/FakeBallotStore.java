package io.plenary.voting.service;

import io.plenary.voting.Ballot;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers when it is told to. Says where a ballot stood among all of its poll as the sequence that
 * stands.
 */
final class FakeBallotStore implements BallotStore {
  record Batch(
      String poll, List<Ballot> ballots, long graceMs, Promise<List<Cast>> answer, int first) {}

  record Look(String poll, Promise<Tally> answer) {}

  final List<Batch> batches = new ArrayList<>();
  final List<Batch> flying = new ArrayList<>();
  final List<Look> looks = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  RuntimeException fault;
  Outcome outcome = Outcome.COUNTED;

  long flying(String poll) {
    return flying.stream().filter(b -> b.poll.equals(poll)).count();
  }

  List<Ballot> ballots(String poll) {
    return batches.stream()
        .filter(b -> b.poll.equals(poll))
        .flatMap(b -> b.ballots.stream())
        .toList();
  }

  /** Answers the batch under way at this place; false when there is none. */
  boolean answer(int at) {
    if (at >= flying.size()) return false;
    Batch batch = flying.get(at);
    List<Cast> casts = new ArrayList<>();
    for (int i = 0; i < batch.ballots.size(); i++) {
      casts.add(new Cast(outcome, new Standing(batch.first + i, batch.ballots.get(i).ballot())));
    }
    answerWith(at, casts);
    return true;
  }

  void answerWith(int at, List<Cast> casts) {
    flying.remove(at).answer.complete(casts);
  }

  void fail(int at, Throwable why) {
    if (at < flying.size()) flying.remove(at).answer.fail(why);
  }

  @Override
  public Future<List<Cast>> cast(
      String eventId, String pollId, List<Ballot> ballots, long graceMs) {
    if (fault != null) throw fault;
    int first = seen.getOrDefault(pollId, 0);
    seen.put(pollId, first + ballots.size());
    Batch batch = new Batch(pollId, ballots, graceMs, Promise.promise(), first);
    batches.add(batch);
    flying.add(batch);
    return batch.answer.future();
  }

  @Override
  public Future<Tally> tally(String eventId, String pollId, Tally known) {
    Look look = new Look(pollId, Promise.promise());
    looks.add(look);
    return look.answer.future();
  }

  @Override
  public Future<Recount> recount(String eventId, String pollId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Moderated> moderate(
      String eventId, String pollId, List<Decision> decisions, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> repair(String eventId, String pollId, BallotPaper<?, ?> paper) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Long> publishLast(String eventId, String pollId, long graceMs) {
    throw new UnsupportedOperationException();
  }
}
