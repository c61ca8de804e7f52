package io.plenary.export.workbook;

import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;

/** How cells look. */
public enum Style {
  TITLE {
    @Override
    StyleSetter on(StyleSetter cell) {
      return wrapped(cell.bold(), TITLE_SIZE, Colours.INK, "center");
    }
  },
  SAID {
    @Override
    StyleSetter on(StyleSetter cell) {
      return wrapped(cell.horizontalAlignment("left"), SIZE, Colours.INK_2, TOP);
    }
  },
  WARNING {
    @Override
    StyleSetter on(StyleSetter cell) {
      return wrapped(
          cell.bold().fillColor(OPAQUE + Colours.WAITING), SIZE, Colours.WAITING_INK, TOP);
    }
  },
  HEADING {
    @Override
    StyleSetter on(StyleSetter cell) {
      return wrapped(cell.bold(), SIZE, Colours.INK, TOP);
    }
  },
  HEADER {
    @Override
    StyleSetter on(StyleSetter cell) {
      return edged(
          wrapped(cell.bold().fillColor(OPAQUE + Colours.SOFT), SIZE, Colours.INK, "bottom"),
          Colours.EDGE);
    }
  },
  CELL {
    @Override
    StyleSetter on(StyleSetter cell) {
      return edged(wrapped(cell, SIZE, Colours.INK, TOP), Colours.LINE);
    }
  },
  STRONG {
    @Override
    StyleSetter on(StyleSetter cell) {
      return edged(
          wrapped(cell.bold().fillColor(OPAQUE + Colours.WAITING), SIZE, Colours.INK, TOP),
          Colours.LINE);
    }
  };

  private static final String FONT = "Calibri";
  static final String OPAQUE = "FF";
  private static final int SIZE = 11;
  private static final int TITLE_SIZE = 16;
  private static final String TOP = "top";

  abstract StyleSetter on(StyleSetter cell);

  private static StyleSetter wrapped(StyleSetter cell, int size, String ink, String vertical) {
    return cell.fontName(FONT)
        .fontSize(size)
        .fontColor(OPAQUE + ink)
        .wrapText(true)
        .verticalAlignment(vertical);
  }

  private static StyleSetter edged(StyleSetter cell, String colour) {
    return cell.borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
        .borderColor(BorderSide.BOTTOM, OPAQUE + colour);
  }
}
