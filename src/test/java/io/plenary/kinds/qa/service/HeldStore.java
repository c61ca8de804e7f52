package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.QaChange;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A store that answers when it is told to; what moved it tells at once. */
class HeldStore implements QuestionStore {
  final List<List<Ask>> asks = new ArrayList<>();
  final List<List<Upvote>> upvotes = new ArrayList<>();
  final List<QaChange> commits = new ArrayList<>();
  Promise<List<Asked>> asked;
  Promise<List<Cast>> cast;
  final List<Promise<Committed>> committed = new ArrayList<>();
  Moved moved;
  int reads;

  @Override
  public Future<List<Asked>> ask(String eventId, String qaId, List<Ask> some) {
    asks.add(some);
    asked = Promise.promise();
    return asked.future();
  }

  @Override
  public Future<List<Cast>> upvote(String eventId, String qaId, List<Upvote> some) {
    upvotes.add(some);
    cast = Promise.promise();
    return cast.future();
  }

  @Override
  public Future<Committed> commit(
      String eventId, String qaId, QaChange change, String who, long minute) {
    commits.add(change);
    Promise<Committed> answer = Promise.promise();
    committed.add(answer);
    return answer.future();
  }

  @Override
  public Future<Moved> since(String eventId, String qaId, long version) {
    reads++;
    if (moved == null || moved.version() > version) return Future.succeededFuture(moved);
    return Future.succeededFuture(
        new Moved(
            moved.epoch(),
            moved.round(),
            moved.anonymised(),
            moved.version(),
            false,
            List.of(),
            Map.of()));
  }

  @Override
  public Future<String> asked(String eventId, String qaId, List<String> askers, String phoneId) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Integer> recount(String eventId, String qaId) {
    return Future.succeededFuture(0);
  }

  @Override
  public Future<Map<String, Integer>> raw(String eventId, String qaId) {
    return Future.succeededFuture(Map.of());
  }

  @Override
  public Future<List<AuditLine>> audit(String eventId, String qaId) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Long> idleMillis(String eventId, String qaId) {
    return Future.succeededFuture(0L);
  }

  @Override
  public Future<AnonymiseOutcome> anonymise(String eventId, String qaId) {
    return Future.succeededFuture(AnonymiseOutcome.NOT_FINAL);
  }
}
