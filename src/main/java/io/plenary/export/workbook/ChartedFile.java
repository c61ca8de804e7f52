package io.plenary.export.workbook;

import io.plenary.export.workbook.Drawings.Placed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The file with its charts: every part as it was, the sheets that have some with a reference to
 * them, and their own parts. Sizes stand before the parts, so that the file can be read as a
 * stream.
 */
final class ChartedFile {
  private static final String SHEETS = "xl/worksheets/";
  private static final String TYPES = "[Content_Types].xml";
  private static final String ID = "charts";

  /** Of what is said to who cannot see it. */
  private static final int MOST = 400;

  private final Map<Integer, List<Placed>> charts;
  private final ZipArchiveOutputStream out;

  private ChartedFile(Map<Integer, List<Placed>> charts, ZipArchiveOutputStream out) {
    this.charts = charts;
    this.out = out;
  }

  static byte[] with(Drawings drawings, byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
    try (ZipFile in =
            ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      new ChartedFile(drawings.bySheet(), out).write(in);
    }
    return bytes.toByteArray();
  }

  private void write(ZipFile in) throws IOException {
    for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
      String more = more(part.getName());
      if (more.isEmpty()) {
        try (InputStream packed = in.getRawInputStream(part)) {
          out.addRawArchiveEntry(same(part), packed);
        }
      } else {
        try (InputStream content = in.getInputStream(part)) {
          add(part.getName(), atEnd(content.readAllBytes(), more));
        }
      }
    }
    int number = 1;
    for (Map.Entry<Integer, List<Placed>> sheet : charts.entrySet()) {
      number = add(sheet.getKey(), sheet.getValue(), number);
    }
  }

  /** Without what its writer said about its size, which some readers do not take. */
  private static ZipArchiveEntry same(ZipArchiveEntry part) {
    ZipArchiveEntry same = new ZipArchiveEntry(part.getName());
    same.setMethod(part.getMethod());
    same.setSize(part.getSize());
    same.setCompressedSize(part.getCompressedSize());
    same.setCrc(part.getCrc());
    return same;
  }

  /** What a part says in addition, at the end of its outermost element. */
  private String more(String part) {
    if (part.equals(TYPES)) return types();
    boolean drawn = charts.keySet().stream().anyMatch(sheet -> part.equals(sheet(sheet)));
    return drawn
        ? "<drawing xmlns:r=\"" + Xml.DOCUMENT + "relationships\" r:id=\"" + ID + "\"/>"
        : "";
  }

  private String types() {
    StringBuilder types = new StringBuilder();
    int number = 1;
    for (Map.Entry<Integer, List<Placed>> sheet : charts.entrySet()) {
      types.append(type(drawing(sheet.getKey()), "drawing"));
      for (int i = 0; i < sheet.getValue().size(); i++) {
        types.append(type(chart(number++), "drawingml.chart"));
      }
    }
    return types.toString();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/"
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
        + type
        + "+xml\"/>";
  }

  private static byte[] atEnd(byte[] part, String more) {
    String text = new String(part, StandardCharsets.UTF_8);
    int end = text.lastIndexOf("</");
    return (text.substring(0, end) + more + text.substring(end)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param number of the first chart, through all sheets
   * @return that of the next sheet's first
   */
  private int add(int sheet, List<Placed> placed, int number) throws IOException {
    add(
        SHEETS + "_rels/sheet" + sheet + ".xml.rels",
        relations(x -> relation(x, ID, "drawing", drawing(sheet))));
    add(drawing(sheet), Xml.part(x -> drawing(x, placed)));
    add(
        "xl/drawings/_rels/drawing" + sheet + ".xml.rels",
        relations(
            x -> {
              for (int i = 0; i < placed.size(); i++) {
                relation(x, ID + i, "chart", chart(number + i));
              }
            }));
    for (int i = 0; i < placed.size(); i++) add(chart(number + i), placed.get(i).xml());
    return number + placed.size();
  }

  private static byte[] relations(Consumer<Xml> all) {
    return Xml.part(x -> x.of("Relationships", all, "xmlns", Xml.PACKAGE + "relationships"));
  }

  private static void relation(Xml x, String id, String type, String to) {
    String kind = Xml.DOCUMENT + "relationships/" + type;
    x.empty("Relationship", "Id", id, "Type", kind, "Target", "/" + to);
  }

  private static void drawing(Xml x, List<Placed> placed) {
    x.of(
        "xdr:wsDr",
        all -> {
          for (int i = 0; i < placed.size(); i++) anchored(all, placed.get(i), i);
        },
        "xmlns:xdr",
        Xml.DRAWING + "spreadsheetDrawing",
        "xmlns:a",
        Xml.DRAWING + "main",
        "xmlns:r",
        Xml.DOCUMENT + "relationships");
  }

  private static void anchored(Xml x, Placed one, int number) {
    x.of(
        "xdr:twoCellAnchor",
        anchor -> {
          anchor.of("xdr:from", at -> corner(at, 0, one.anchor().top()));
          anchor.of("xdr:to", at -> corner(at, one.anchor().columns(), one.anchor().below()));
          anchor.of("xdr:graphicFrame", frame -> frame(frame, one, number), "macro", "");
          anchor.empty("xdr:clientData");
        },
        "editAs",
        "oneCell");
  }

  private static void corner(Xml x, int column, int row) {
    x.text("xdr:col", Integer.toString(column)).text("xdr:colOff", "0");
    x.text("xdr:row", Integer.toString(row)).text("xdr:rowOff", "0");
  }

  private static void frame(Xml x, Placed one, int number) {
    String said = CellText.of(CellText.cut("Bar chart of the table above: " + one.title(), MOST));
    x.of(
        "xdr:nvGraphicFramePr",
        is ->
            is.empty(
                    "xdr:cNvPr",
                    "id",
                    Integer.toString(number + 2),
                    "name",
                    "Chart " + (number + 1),
                    "descr",
                    said)
                .empty("xdr:cNvGraphicFramePr"));
    x.of(
        "xdr:xfrm", f -> f.empty("a:off", "x", "0", "y", "0").empty("a:ext", "cx", "0", "cy", "0"));
    x.of(
        "a:graphic",
        graphic ->
            graphic.of(
                "a:graphicData",
                data ->
                    data.empty("c:chart", "xmlns:c", Xml.DRAWING + "chart", "r:id", ID + number),
                "uri",
                Xml.DRAWING + "chart"));
  }

  private void add(String name, byte[] content) throws IOException {
    out.putArchiveEntry(new ZipArchiveEntry(name));
    out.write(content);
    out.closeArchiveEntry();
  }

  private static String sheet(int number) {
    return SHEETS + "sheet" + number + ".xml";
  }

  private static String drawing(int sheet) {
    return "xl/drawings/drawing" + sheet + ".xml";
  }

  private static String chart(int number) {
    return "xl/charts/chart" + number + ".xml";
  }
}
