package io.plenary.qa.service;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the store forget in its files, too, which words were taken back: they are a history, in which what was deleted stands until they
 * are written anew. Many are done at once. When the server ends before, it is done by the next one who takes words back. From any thread.
 */
public final class Erasures {
  /** What an organiser destroys is waited for; what askers take back all the time is not. */
  public enum Haste {
    ERASED(3_000),
    WITHDRAWN(600_000);

    private final long ms;

    Haste(long ms) {
      this.ms = ms;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
  private final Vertx vertx;
  private final Context owner;
  private final Supplier<Future<Void>> rewrite;
  private Haste wanted;
  private long timer;
  private boolean busy;
  private String said = "";

  /** @param rewrite done when the files hold only what the store holds; fails with words for the operator */
  public Erasures(Vertx vertx, Context owner, Supplier<Future<Void>> rewrite) {
    this.vertx = vertx;
    this.owner = owner;
    this.rewrite = rewrite;
  }

  /** Words are gone from the store. */
  public void happened(Haste haste) {
    owner.runOnContext(v -> want(haste));
  }

  private void want(Haste haste) {
    if (wanted != null && wanted.ms <= haste.ms) return;
    wanted = haste;
    if (busy) return;
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(haste.ms, id -> run());
  }

  private void run() {
    wanted = null;
    busy = true;
    rewrite.get().onComplete(done -> {
      busy = false;
      if (done.failed()) warn(done.cause());
      Haste next = done.failed() || wanted == Haste.WITHDRAWN ? Haste.WITHDRAWN : wanted;
      wanted = null;
      if (next != null) want(next);
    });
  }

  private void warn(Throwable e) {
    String why = String.valueOf(e.getMessage());
    if (!why.equals(said)) LOG.warn("The files of the store may still hold words that were erased, and this is tried again: {}", why);
    said = why;
  }
}
