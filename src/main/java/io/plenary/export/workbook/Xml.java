package io.plenary.export.workbook;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a part of a package. Prefixes are those that are customary in such parts. */
final class Xml {
  static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/";
  static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  private Xml() throws XMLStreamException {
    writer = FACTORY.createXMLStreamWriter(out, "UTF-8");
  }

  static byte[] part(Consumer<Xml> content) {
    try {
      Xml xml = new Xml();
      xml.writer.writeStartDocument("UTF-8", "1.0");
      content.accept(xml);
      xml.writer.writeEndDocument();
      xml.writer.close();
      return xml.out.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param attributes names and values in turn
   */
  Xml of(String name, Consumer<Xml> content, String... attributes) {
    try {
      writer.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        writer.writeAttribute(attributes[i], attributes[i + 1]);
      }
      content.accept(this);
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml empty(String name, String... attributes) {
    return of(name, x -> {}, attributes);
  }

  Xml text(String name, String text, String... attributes) {
    return of(
        name,
        x -> {
          try {
            x.writer.writeCharacters(text);
          } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
          }
        },
        attributes);
  }

  /** Of an element that says one value, as most of charts do. */
  Xml val(String name, String value) {
    return empty(name, "val", value);
  }
}
