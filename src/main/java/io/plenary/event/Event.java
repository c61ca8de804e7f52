package io.plenary.event;

/**
 * A conference, webinar or roundtable.
 *
 * @param id made by the server, never shown
 * @param rev rises with every change of this record
 * @param code what people type to join, without spaces
 */
public record Event(String id, long rev, String code, EventDetails details) {
  public Event with(EventDetails next) {
    return new Event(id, rev + 1, code, next);
  }
}
