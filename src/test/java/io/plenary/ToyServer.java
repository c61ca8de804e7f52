package io.plenary;

import io.plenary.kinds.AllKinds;
import io.plenary.kinds.BallotEntry;
import io.plenary.kinds.KindRegistry;
import io.plenary.toy.PebblesFile;
import io.plenary.toy.PebblesKind;
import io.plenary.toy.PebblesTaste;
import io.plenary.toy.PebblesWire;

/**
 * A server with one kind of ballots more than others have. Browsers meet it as a process of its
 * own, beside pages that know the kind (web/e2e/toy).
 */
public final class ToyServer {
  public static final KindRegistry KINDS =
      AllKinds.REGISTRY.with(
          new BallotEntry(
              new PebblesKind(), PebblesWire.ALL, new PebblesFile(), new PebblesTaste()));

  private ToyServer() {}

  public static void main(String[] args) throws InterruptedException {
    Main.main(args, KINDS);
  }
}
