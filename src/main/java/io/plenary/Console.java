package io.plenary;

import io.nayuki.qrcodegen.QrCode;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.JoinAddress;
import io.plenary.activity.service.RoomLinks;
import io.plenary.identity.JoinCode;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a newcomer reads on the terminal. Links with secrets are printed here and never logged: the
 * set-up link always, because it works once and a container has no terminal; those of stages and
 * remotes, which last, only where a person reads, because the output of a service is kept by
 * others.
 */
final class Console {
  private static final int QUIET = 2;
  private final PrintStream out;
  private final boolean read;

  /**
   * @param read whether a person reads it, not a file or another program
   */
  Console(PrintStream out, boolean read) {
    this.out = out;
    this.read = read;
  }

  /** Standard output. A person reads it where it is a terminal and the log is for people, too. */
  static Console standard(String logFormat) {
    return new Console(System.out, logFormat.equals("text") && isTerminal());
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /**
   * Before Java 22 there is no console where input or output is no terminal; since then it says.
   */
  private static boolean isTerminal(java.io.Console console) {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  void ready(
      JoinAddress address, Optional<String> setup, @Nullable LoadedEvent event, int simulated) {
    out.println();
    if (event != null) qr(event, address); // first: what is printed last is what stays in sight
    out.println("  Plenary is ready at " + address.base());
    out.println();
    if (setup.isPresent()) {
      out.println(
          "  Organiser, first time   " + address.base() + "/organiser#setup=" + setup.get());
      out.println(
          "                          This link makes the first account. It works once; every start"
              + " prints it until then.");
    } else {
      out.println("  Organiser               " + address.base() + "/organiser");
    }
    out.println();
    if (event != null) event(address, event, simulated);
    out.println("  Stop with Ctrl+C. All settings: --help");
    out.println();
    out.flush();
  }

  private void qr(LoadedEvent event, JoinAddress address) {
    QrCode code = QrCode.encodeText(address.url(event.state().event().code()), QrCode.Ecc.LOW);
    qr(code).forEach(line -> out.println("    " + line));
    out.println();
  }

  private void event(JoinAddress address, LoadedEvent event, int simulated) {
    String code = event.state().event().code();
    String room = event.state().rooms().get(0).id();
    RoomLinks links = new RoomLinks(address);
    out.println("  Event                   " + event.state().event().details().name());
    out.println("  Join                    " + address.host() + "   code " + JoinCode.show(code));
    if (read) {
      out.println("  Stage                   " + links.of(event, room, "stage"));
      out.println("  Presenter's remote      " + links.of(event, room, "remote"));
    } else {
      out.println(
          "  Stage and remote        the command links prints their links, and organisers"
              + " see them on their page");
    }
    if (simulated > 0) {
      out.println("  Simulated audience      " + simulated + " phones join and vote now");
    } else {
      out.println("  Simulated audience      start with --simulate to see 200 phones vote");
    }
    out.println();
  }

  /**
   * Two rows of modules per line, light on dark as terminals are; half blocks are in every terminal
   * font.
   */
  static List<String> qr(QrCode qr) {
    List<String> lines = new java.util.ArrayList<>();
    for (int y = -QUIET; y < qr.size + QUIET; y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = -QUIET; x < qr.size + QUIET; x++) {
        boolean top = !qr.getModule(x, y);
        boolean bottom = !qr.getModule(x, y + 1);
        line.append(top ? (bottom ? '\u2588' : '\u2580') : (bottom ? '\u2584' : ' '));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
