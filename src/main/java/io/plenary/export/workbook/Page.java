package io.plenary.export.workbook;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/**
 * How a sheet is printed: A4, one page wide, upright unless it is too wide for that; on one page
 * when it can be read there.
 *
 * @param head what stands above every page
 * @param printed how many columns from the left are; 0: all
 */
record Page(String head, int printed) {
  private static final String FONT = "Calibri";
  private static final int SIZE = 9;

  /** Excel holds 255 characters of header with its codes, and {@code &} is written twice. */
  private static final int MOST = 90;

  private static final float SIDE = 0.5f;
  private static final float END = 0.8f;
  private static final float HEAD = 0.4f;

  /** Of the default font at full size: characters across, points down. */
  private static final double UPRIGHT_WIDTH = 98;

  private static final double UPRIGHT_HEIGHT = 720;
  private static final double ACROSS_WIDTH = 146;
  private static final double ACROSS_HEIGHT = 475;

  /** Narrower sheets stay upright and are made smaller. */
  private static final double WIDE = 115;

  /** So much is squeezed in before another page is begun. */
  private static final double SQUEEZE = 1.3;

  void set(Worksheet sheet, double width, double height) {
    boolean across = width > WIDE;
    double scale = Math.min(1, (across ? ACROSS_WIDTH : UPRIGHT_WIDTH) / width);
    double room = (across ? ACROSS_HEIGHT : UPRIGHT_HEIGHT) / scale;
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation(across ? "landscape" : "portrait");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) (height <= room * SQUEEZE ? 1 : 0));
    sheet.leftMargin(SIDE);
    sheet.rightMargin(SIDE);
    sheet.topMargin(END);
    sheet.bottomMargin(END);
    sheet.headerMargin(HEAD);
    sheet.footerMargin(HEAD);
    sheet.header(said(head), Position.LEFT, FONT, SIZE);
    sheet.footer("sheetname", Position.LEFT, FONT, SIZE);
    sheet.footer("page 1 of ?", Position.RIGHT, FONT, SIZE);
  }

  /** In headers {@code &} begins a code. */
  private static String said(String text) {
    String line = text.replaceAll("[\\p{Cc}\\s]+", " ");
    return CellText.cut(line, MOST).replace("&", "&&");
  }
}
