package io.plenary.qa.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Frame;
import io.plenary.protocol.QaMessage.GetQuestions;
import io.plenary.protocol.QaMessage.WatchQuestions;
import io.plenary.protocol.QaServerMessage.QuestionPage;
import io.plenary.protocol.QaServerMessage.QuestionsHead;
import io.plenary.protocol.QaWire.QuestionItem;
import io.plenary.protocol.QaWire.QuestionOrder;
import io.plenary.qa.PublicQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Heads and pages of the public lists, each encoded once for all who ask for the same. Usable from any thread. */
public final class QuestionLists {
  /** Cursors are the phones' to choose; what is beyond this is made afresh each time. */
  private static final int MOST_KEPT = 500;

  private record Page(QuestionOrder order, long up, long n) {}

  private record Heads(QaView view, Map<QuestionOrder, Encoded> byOrder) {}

  private record Pages(PublicIndex index, Map<Page, Encoded> byCursor) {}

  private final QaBoard board;
  private final Map<String, Heads> heads = new ConcurrentHashMap<>();
  private final Map<String, Pages> pages = new ConcurrentHashMap<>();

  public QuestionLists(QaBoard board) {
    this.board = board;
  }

  /**
   * The caller follows the list already, so no frame after this head is missed.
   *
   * @throws Refused {@link Reason#UNKNOWN_ACTIVITY} when the list is not to be seen, or not read yet
   */
  public Frame head(String eventId, WatchQuestions m) {
    QaView view = board.shown(eventId, m.activity());
    Heads kept = heads.compute(m.activity(), (id, old) -> old != null && old.view == view ? old : new Heads(view, new ConcurrentHashMap<>()));
    return kept.byOrder.computeIfAbsent(m.order(), order -> {
      List<PublicQuestion> all = view.index().first(order(order));
      List<QuestionItem> items = PublicItems.page(all);
      return Encoded.of(new QuestionsHead(0, view.qaId(), view.round(), view.feed(), view.frame(), order, items, items.size() < all.size()));
    }).reply(m.ref());
  }

  /** @throws Refused as for {@link #head} */
  public Frame page(String eventId, GetQuestions m) {
    QaView view = board.shown(eventId, m.activity());
    Pages kept = pages.compute(m.activity(),
        (id, old) -> old != null && old.index == view.index() ? old : new Pages(view.index(), new ConcurrentHashMap<>()));
    // The order by number does not look at upvotes.
    Page page = new Page(m.order(), m.order() == QuestionOrder.RECENT ? 0 : m.after().up(), m.after().n());
    Encoded made = kept.byCursor.get(page);
    if (made == null) {
      made = make(view, page);
      if (kept.byCursor.size() < MOST_KEPT) kept.byCursor.put(page, made);
    }
    return made.reply(m.ref());
  }

  private static Encoded make(QaView view, Page page) {
    List<PublicQuestion> rest = view.index().after(order(page.order), page.up, page.n);
    List<QuestionItem> items = PublicItems.page(rest);
    return Encoded.of(new QuestionPage(0, view.qaId(), view.round(), page.order, items, items.size() < rest.size()));
  }

  void forget(String qaId) {
    heads.remove(qaId);
    pages.remove(qaId);
  }

  private static PublicIndex.Order order(QuestionOrder order) {
    return PublicIndex.Order.valueOf(order.name());
  }
}
