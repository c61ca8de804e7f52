package io.plenary.event;

import org.jspecify.annotations.Nullable;

/**
 * A conference, webinar or roundtable.
 *
 * @param id made by the server, never shown
 * @param rev rises with every change of this record
 * @param code what people type to join, without spaces
 * @param archived whether it is put away: it is listed among the archived events alone
 */
public record Event(
    String id, long rev, String code, EventDetails details, Ending ending, boolean archived) {
  /** One that is neither ended nor archived. */
  public Event(String id, long rev, String code, EventDetails details) {
    this(id, rev, code, details, Ending.NONE, false);
  }

  public Event with(EventDetails next) {
    return new Event(id, rev + 1, code, next, ending, archived);
  }

  public Event with(Ending next) {
    return new Event(id, rev + 1, code, details, next, archived);
  }

  /** Where its picture is; null for none. */
  public @Nullable String logoPath() {
    Logo logo = details.logo();
    return logo == null ? null : "/logo/" + id + "/" + logo.name();
  }

  public Event archived(boolean next) {
    return new Event(id, rev + 1, code, details, ending, next);
  }
}
