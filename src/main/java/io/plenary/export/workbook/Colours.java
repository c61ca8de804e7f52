package io.plenary.export.workbook;

import java.util.List;

/** Those of the stage, on paper: see {@code tokens.css}. */
final class Colours {
  static final String INK = "1C1730";
  static final String INK_2 = "575069";
  static final String LINE = "DDD7E6";
  static final String EDGE = "7D7492";
  static final String SOFT = "EFE9F8";
  static final String BAR = "5B3F9E";
  static final String LEADER = "B86A0C";
  static final String WAITING = "FDF0DC";
  static final String WAITING_INK = "6A3A00";

  /** Of series, in their order. */
  static final List<String> SERIES = List.of(BAR, EDGE, INK);

  private Colours() {}
}
