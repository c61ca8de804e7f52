package io.plenary.kinds.qa;

/** Where a question stands. What may follow what: {@link Transitions}. */
public enum QuestionState {
  /** Nobody but moderators and its asker sees it. */
  WAITING,
  PUBLISHED,
  /** Being answered now, large on the stage. At most one of a Q&A. */
  LIVE,
  /** Answered aloud or in writing; takes no upvotes any more. */
  ANSWERED,
  DECLINED,
  /** One with another question, {@link Question#into}. */
  MERGED,
  ARCHIVED,
  /** Taken back by its asker, without text or name. */
  WITHDRAWN;

  /** Whether the room sees questions that stand here. */
  public boolean isPublic() {
    return this == PUBLISHED || this == LIVE || this == ANSWERED;
  }

  /** Whether questions that stand here can be upvoted. */
  public boolean upvotable() {
    return this == PUBLISHED || this == LIVE;
  }
}
