package io.plenary.protocol;

/**
 * A type of message that clients may send. What reads messages and what handles them has one entry
 * for each, and a server does not start otherwise.
 *
 * @param record by whose name it is called on the wire
 * @param reader reads every field but {@code type}, and enforces what the schema says
 */
public record MessageType<M extends ClientMessage>(Class<M> record, Reader<M> reader) {
  /** Reads the fields of a message. */
  public interface Reader<M> {
    M read(Fields f) throws BadMessage;
  }

  /** The word on the wire. */
  public String type() {
    return typeOf(record);
  }

  static String typeOf(Class<? extends ClientMessage> record) {
    String name = record.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
