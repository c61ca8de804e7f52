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

  /** From one end of a scale over its middle to the other, evenly apart. */
  private static final List<Integer> SCALE =
      List.of(0xA8492F, 0xE9BBAD, 0xDCD8E4, 0xB3A1DC, 0x5B3F9E);

  private static final int DARK = 120;

  private Colours() {}

  /**
   * The colour of one of so many points of a scale.
   *
   * @param point from 0
   */
  static String ofScale(int point, int points) {
    double at = points < 2 ? 0 : (SCALE.size() - 1.0) * point / (points - 1);
    int from = SCALE.get((int) at);
    int to = SCALE.get(Math.min((int) at + 1, SCALE.size() - 1));
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double start = from >> shift & 0xFF;
      double end = to >> shift & 0xFF;
      colour |= (int) Math.round(start + (end - start) * (at - (int) at)) << shift;
    }
    return String.format("%06X", colour);
  }

  /** That of letters on another colour. */
  static String on(String colour) {
    int rgb = Integer.parseInt(colour, 16);
    int light = (299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
    return light < DARK ? "FFFFFF" : "000000";
  }
}
