package io.plenary.redis;

import java.util.List;

/** What was deleted may still be in the files of copies of the store. */
public final class UnerasedCopies extends NotRewritten {
  private static final long serialVersionUID = 1;

  private final String places;

  /**
   * @param places where they listen: host and port
   * @param why words for the operator, of the first of them
   */
  public UnerasedCopies(List<String> places, String why) {
    super(
        "the copy of the store at "
            + String.join(", ", places)
            + " was not erased ("
            + why
            + "). Start it. When it is gone for good, destroy its disk and have the Sentinels"
            + " forget it (SENTINEL RESET), or the Cluster (CLUSTER FORGET at every server).");
    this.places = String.join(", ", places);
  }

  /** Hosts and ports, separated by commas. */
  public String places() {
    return places;
  }
}
