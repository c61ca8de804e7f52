package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.report.Sheet;
import io.plenary.load.server.Truth;
import java.util.ArrayList;
import java.util.List;

/** What the recounts after many failures found, and what it means. */
final class Recounts {
  private final String what;
  private int times;
  private int lost;
  private int surplus;

  Recounts(String what) {
    this.what = what;
  }

  void add(Truth.Verdict verdict) {
    times++;
    lost += verdict.lost();
    surplus += verdict.surplus();
  }

  /** How many there were. */
  int times() {
    return times;
  }

  /**
   * What must not be.
   *
   * @param lossExpected the check is being checked: it must find some
   */
  List<String> faults(boolean lossExpected) {
    List<String> faults = new ArrayList<>();
    if (lossExpected && lost == 0) {
      faults.add(what + ": nothing was lost, so the check has not shown that it can see a loss");
    }
    if (!lossExpected && lost + surplus > 0) {
      faults.add(what + ": " + lost + " acknowledged votes lost, " + surplus + " too many");
    }
    return faults;
  }

  /**
   * Puts everything on the sheet.
   *
   * @param lossExpected the check is being checked: it must find some
   */
  void sum(Sheet sheet, Crowd crowd, boolean lossExpected) {
    sheet.add(what + ": times", times);
    sheet.add(what + ": acknowledged votes lost", lost);
    sheet.add(what + ": ballots that are nobody's latest acknowledged vote", surplus);
    sheet.add(what + ": reconnects", crowd.drops());
    sheet.add(what + ": votes acknowledged", crowd.acks());
    crowd.oddities().forEach((odd, n) -> sheet.note(what + ": " + odd + ": " + n));
    if (lossExpected && lost > 0) {
      sheet.note(what + ": lost votes are expected here, and the check saw them");
    }
    faults(lossExpected).forEach(sheet::fault);
  }
}
