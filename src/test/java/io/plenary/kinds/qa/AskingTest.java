package io.plenary.kinds.qa;

import static io.plenary.kinds.qa.Qas.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.event.Reason;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.QaSettings.Names;
import org.junit.jupiter.api.Test;

class AskingTest {
  private static Qa qa(Names names) {
    return new Qa(
        "q", 1, 1, Qa.State.OPEN, true, new QaSettings(Check.BEFORE, names, 50, 10, false));
  }

  private static Question check(Names names, String text, String name) {
    return Asking.check(qa(names), "id", text, name, 29_000_000);
  }

  @Test
  void textIsCleanedAndCountedAsPeopleCount() {
    assertEquals("Why?", check(Names.CHOICE, " Why\u202E?\n ", null).text());
    String fifty = "\uD83D\uDC4F".repeat(50);
    assertEquals(fifty, check(Names.CHOICE, fifty, null).text());
    refuses(Reason.BAD_QUESTION, () -> check(Names.CHOICE, fifty + "x", null));
    refuses(Reason.BAD_QUESTION, () -> check(Names.CHOICE, " \u200B\u2800 ", null));
    refuses(Reason.BAD_QUESTION, () -> check(Names.CHOICE, "\uD83D", null));
  }

  @Test
  void namesAreAsTheOrganiserSetsThem() {
    assertNull(check(Names.ANONYMOUS, "Why?", null).name());
    refuses(Reason.NAME_NOT_ALLOWED, () -> check(Names.ANONYMOUS, "Why?", "A name"));
    assertNull(check(Names.CHOICE, "Why?", null).name());
    assertEquals("A name", check(Names.CHOICE, "Why?", " A  name ").name());
    refuses(Reason.NAME_WANTED, () -> check(Names.CHOICE, "Why?", " "));
    refuses(Reason.NAME_WANTED, () -> check(Names.NAMED, "Why?", null));
    assertEquals("A name", check(Names.NAMED, "Why?", "A name").name());
    refuses(Reason.BAD_QUESTION, () -> check(Names.NAMED, "Why?", "x".repeat(61)));
  }
}
