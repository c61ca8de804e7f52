package io.plenary.export.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (Office Open XML) that is written sheet by sheet, so that no more than one is held in
 * memory beside the file.
 */
public final class Book {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Workbook workbook = new Workbook(out, "Plenary", null);
  private final SheetNames names = new SheetNames();
  private final Drawings drawings = new Drawings();
  private final String head;
  private @Nullable Sheet last;
  private int sheets;

  /**
   * @param title of the document
   * @param head what stands above every page
   */
  public Book(String title, String head) {
    this.head = head;
    workbook.properties().setTitle(title);
  }

  /** The name that a sheet gets: names are given in order, so that others can lead to it. */
  public String name(String wanted) {
    return names.of(wanted);
  }

  /**
   * Begins a sheet and ends the one before.
   *
   * @param name from {@link #name}
   * @param widths of its columns, in characters
   */
  public Sheet add(String name, List<Double> widths) throws IOException {
    return add(name, widths, 0);
  }

  /**
   * @param printed how many columns from the left are printed; 0: all
   */
  public Sheet add(String name, List<Double> widths, int printed) throws IOException {
    if (last != null) last.finish();
    Worksheet sheet = workbook.newWorksheet(name);
    if (!sheet.getName().equals(name)) {
      throw new IllegalArgumentException("no name of a sheet: " + name);
    }
    drawings.sheet(++sheets);
    last = new Sheet(sheet, widths, new Page(head, printed), drawings);
    return last;
  }

  /** The file. Nothing can be added any more. */
  public byte[] bytes() throws IOException {
    if (last != null) last.finish();
    workbook.finish();
    return ChartedFile.with(drawings, out.toByteArray());
  }
}
