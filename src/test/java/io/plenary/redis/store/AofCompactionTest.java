package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.Ids;
import io.plenary.redis.Await;
import io.plenary.redis.UnerasedCopies;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the files are made anew, with a rewriting that ends when the test says so. */
class AofCompactionTest extends StoreTest {
  private Promise<Void> rewriting;
  private int begun;
  private AofCompaction rewrites;

  @BeforeEach
  void node() {
    begun = 0;
    rewrites = another();
  }

  private AofCompaction another() {
    return new AofCompaction(
        link,
        () -> {
          begun++;
          rewriting = Promise.promise();
          return rewriting.future();
        },
        new Ids(ENTROPY));
  }

  private void mark(String within, long inMs) {
    send(Command.HSETNX, Keys.REWRITE, "within:" + within, clock() + inMs);
  }

  private long clock() {
    return send(Command.TIME).get(0).toLong() * 1_000;
  }

  /** With "begun" instead of what begins so. */
  private Set<String> marks() {
    return send(Command.HKEYS, Keys.REWRITE).stream()
        .map(Object::toString)
        .map(m -> m.startsWith("begun:") ? "begun" : m)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Future<Void> look(AofCompaction node) {
    int before = begun;
    Future<Void> looking = node.look();
    Await.until(() -> looking.isComplete() || begun > before);
    return looking;
  }

  private void passes() {
    for (String mark : send(Command.HKEYS, Keys.REWRITE).stream().map(Object::toString).toList()) {
      send(Command.HSET, Keys.REWRITE, mark, 1);
    }
  }

  @Test
  void nothingIsDoneBeforeItIsDue() {
    look(rewrites);
    mark("3000", 30_000);
    look(rewrites);
    assertEquals(0, begun);
    assertEquals(Set.of("within:3000"), marks());
  }

  @Test
  void manyDeletionsMakeOneAndTheMarkGoesOnlyAfterIt() {
    mark("600000", 300_000);
    mark("3000", 0);
    mark("3000", 100);
    Future<Void> looking = look(rewrites);
    assertEquals(Set.of("begun"), marks());
    look(another());
    look(rewrites);
    assertEquals(1, begun, "neither this node nor another begins a second one");
    rewriting.complete();
    Await.result(looking);
    assertEquals(Set.of(), keys());
    look(rewrites);
    assertEquals(1, begun);
  }

  @Test
  void whatIsDeletedMeanwhileIsDoneByTheNext() {
    mark("3000", 0);
    Future<Void> looking = look(rewrites);
    mark("3000", 0);
    rewriting.complete();
    Await.result(looking);
    assertEquals(Set.of("within:3000"), marks());
    look(rewrites);
    assertEquals(2, begun);
  }

  @Test
  void whatAProcessLeftUndoneAnotherDoes() {
    mark("3000", 0);
    look(rewrites);
    AofCompaction next = another();
    look(next);
    assertEquals(1, begun, "it may be at work still");
    passes();
    Future<Void> looking = look(next);
    assertEquals(2, begun);
    rewriting.complete();
    Await.result(looking);
    assertEquals(Set.of(), keys());
  }

  @Test
  void whatFailedIsTriedAgain() {
    mark("3000", 0);
    Future<Void> looking = look(rewrites);
    rewriting.fail("the disk is full");
    Await.result(looking);
    assertEquals(Set.of("begun"), marks());
    look(rewrites);
    assertEquals(1, begun, "not at once");
    passes();
    look(rewrites);
    assertEquals(2, begun);
  }

  @Test
  void whoCannotWaitIsToldHowItEnded() {
    mark("600000", 300_000);
    Future<Void> done = rewrites.now();
    Await.until(() -> begun == 1);
    assertFalse(done.isComplete());
    rewriting.complete();
    Await.result(done);
    assertEquals(Set.of(), keys(), "what others deleted is done with it");
    Future<Void> failed = rewrites.now();
    Await.until(() -> begun == 2);
    rewriting.fail("the disk is full");
    assertEquals("the disk is full", Await.failure(failed).getMessage());
    assertEquals(Set.of("begun"), marks());
  }

  @Test
  @DisplayName("O15 copies that are left are told at every node, until they are done")
  void copiesThatAreLeft() {
    List<String> here = new ArrayList<>();
    List<String> there = new ArrayList<>();
    AofCompaction next = another();
    rewrites.listen(here::add);
    next.listen(there::add);
    mark("3000", 0);
    Future<Void> looking = look(rewrites);
    rewriting.fail(new UnerasedCopies(List.of("h:1", "h:2"), "it cannot be reached"));
    Await.result(looking);
    assertEquals(List.of("h:1, h:2"), here);
    look(next);
    assertEquals(1, begun, "not at once");
    assertEquals(List.of("h:1, h:2"), there);
    passes();
    looking = look(next);
    rewriting.complete();
    Await.result(looking);
    Await.result(look(rewrites));
    assertEquals(Arrays.asList("h:1, h:2", null), there);
    assertEquals(Arrays.asList("h:1, h:2", null), here);
    assertEquals(Set.of(), keys());
  }

  @Test
  void aMarkMadeWhileTheClockWasWrongIsNotWaitedForForYears() {
    mark("3000", 400L * 24 * 3_600_000);
    look(rewrites);
    assertEquals(1, begun);
  }

  @Test
  void badArgumentsWriteNothing() {
    for (List<Object> bad :
        List.<List<Object>>of(List.of("t", "x", 1, 1), List.of("t", 1, "", 1))) {
      Throwable e =
          Await.failure(
              link.eval(io.plenary.redis.Script.load("begin_rewrite"), List.of(Keys.REWRITE), bad));
      assertTrue(e.getMessage().contains("BADARGS"), e.getMessage());
    }
    assertEquals(Set.of(), keys());
  }
}
