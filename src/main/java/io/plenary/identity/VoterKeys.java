package io.plenary.identity;

/**
 * The names under which people are stored: one per event for "has joined", another per poll for
 * "has voted". Without the event's or the poll's key neither leads to the other, nor to the
 * participant. 22 symbols of base64url. One instance per event loop.
 */
public final class VoterKeys {
  private final Hmac hmac;

  public VoterKeys(Hmac hmac) {
    this.hmac = hmac;
  }

  /** First 16 bytes of HMAC-SHA256 over {@code "voter" 0x00 participant} under the poll's key. */
  public String voter(MacKey pollKey, String participant) {
    return hmac.shortened(pollKey, "voter", participant);
  }

  /** First 16 bytes of HMAC-SHA256 over {@code "joined" 0x00 participant} under the event's key. */
  public String joined(MacKey eventKey, String participant) {
    return hmac.shortened(eventKey, "joined", participant);
  }

  /**
   * The event's key when none is stored for it: derived from the server's secret. Make it once per
   * event and keep it.
   */
  public MacKey eventKey(MacKey serverSecret, String eventId) {
    return serverSecret.derive(hmac, "event-key/" + eventId);
  }
}
