package io.plenary.kinds.reactions;

/** How often each reaction was given: how many taps, not how many people. */
public record ReactionCounts(long clap, long heart, long idea, long question) {
  public static final ReactionCounts NONE = new ReactionCounts(0, 0, 0, 0);

  public static ReactionCounts of(Reaction reaction, long count) {
    return switch (reaction) {
      case CLAP -> new ReactionCounts(count, 0, 0, 0);
      case HEART -> new ReactionCounts(0, count, 0, 0);
      case IDEA -> new ReactionCounts(0, 0, count, 0);
      case QUESTION -> new ReactionCounts(0, 0, 0, count);
    };
  }

  public long of(Reaction reaction) {
    return switch (reaction) {
      case CLAP -> clap;
      case HEART -> heart;
      case IDEA -> idea;
      case QUESTION -> question;
    };
  }

  public ReactionCounts plus(ReactionCounts more) {
    return new ReactionCounts(
        clap + more.clap, heart + more.heart, idea + more.idea, question + more.question);
  }

  /** What was added since. Totals that went back, as from a restored folder, are no news. */
  public ReactionCounts since(ReactionCounts before) {
    boolean back =
        clap < before.clap
            || heart < before.heart
            || idea < before.idea
            || question < before.question;
    return back
        ? NONE
        : new ReactionCounts(
            clap - before.clap,
            heart - before.heart,
            idea - before.idea,
            question - before.question);
  }

  public long all() {
    return clap + heart + idea + question;
  }
}
