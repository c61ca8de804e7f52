package io.plenary.voting.service;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the receipts of all voters, sorted. A piece each turn of the loop, which has other
 * things to do: of a million people it takes seconds.
 */
final class ReceiptHashes {
  private static final int AT_ONCE = 500;

  /** By the first two hex digits, so that each is sorted in a moment. */
  private static final int BUCKETS = 256;

  private ReceiptHashes() {}

  /**
   * @param hash in hex digits of a voter's receipt
   */
  static Future<List<String>> sorted(List<String> voters, UnaryOperator<String> hash) {
    List<List<String>> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) buckets.add(new ArrayList<>());
    List<String> all = new ArrayList<>(voters.size());
    int pieces = (voters.size() + AT_ONCE - 1) / AT_ONCE;
    return each(
            pieces,
            at -> {
              int from = at * AT_ONCE;
              for (String voter : voters.subList(from, Math.min(from + AT_ONCE, voters.size()))) {
                String one = hash.apply(voter);
                buckets.get(Integer.parseInt(one.substring(0, 2), 16)).add(one);
              }
            })
        .compose(
            v ->
                each(
                    BUCKETS,
                    at -> {
                      Collections.sort(buckets.get(at));
                      all.addAll(buckets.get(at));
                    }))
        .map(all);
  }

  private static Future<Void> each(int pieces, IntConsumer work) {
    Promise<Void> done = Promise.promise();
    next(Vertx.currentContext(), 0, pieces, work, done);
    return done.future();
  }

  private static void next(
      @Nullable Context loop, int at, int pieces, IntConsumer work, Promise<Void> done) {
    if (at == pieces) {
      done.complete();
      return;
    }
    try {
      work.accept(at);
    } catch (RuntimeException e) {
      done.fail(e);
      return;
    }
    if (loop == null) next(null, at + 1, pieces, work, done);
    else loop.runOnContext(v -> next(loop, at + 1, pieces, work, done));
  }
}
