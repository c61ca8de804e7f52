package io.plenary.words;

/** How many characters what organisers write of a ballot may have; the schema says the same. */
public final class TextLimits {
  public static final int QUESTION = 300;
  public static final int OPTION = 200;
  public static final int ABSTAIN = 80;

  private TextLimits() {}
}
