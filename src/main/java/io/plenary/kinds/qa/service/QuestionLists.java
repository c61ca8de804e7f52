package io.plenary.kinds.qa.service;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Frame;
import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.wire.QaMessage.GetQuestions;
import io.plenary.kinds.qa.wire.QaMessage.WatchQuestions;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionPage;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsHead;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import java.util.List;
import java.util.Map;

/**
 * Heads and pages of the public lists, each encoded once for all who ask for the same. Usable from
 * any thread.
 */
public final class QuestionLists {
  /** Cursors are the phones' to choose; what is beyond this is made afresh each time. */
  private static final int MOST_KEPT = 500;

  private record Page(QuestionOrder order, long up, long n) {}

  private final QaBoard board;

  public QuestionLists(QaBoard board) {
    this.board = board;
  }

  /**
   * The caller follows the list already, so no frame after this head is missed.
   *
   * @throws RuleViolation {@link Reason#UNKNOWN_ACTIVITY} when the list is not to be seen, or not
   *     read yet
   */
  public Frame head(String eventId, WatchQuestions m) {
    QaView view = board.shown(eventId, m.activity());
    return view.heads().computeIfAbsent(m.order(), order -> head(view, m.order())).reply(m.ref());
  }

  /**
   * @throws RuleViolation as for {@link #head}
   */
  public Frame page(String eventId, GetQuestions m) {
    QaView view = board.shown(eventId, m.activity());
    Map<Object, Encoded> kept = view.index().pages;
    // The order by number does not look at upvotes.
    Page page =
        new Page(m.order(), m.order() == QuestionOrder.RECENT ? 0 : m.after().up(), m.after().n());
    Encoded made = kept.get(page);
    if (made == null) {
      made = make(view, page);
      if (kept.size() < MOST_KEPT) kept.put(page, made);
    }
    return made.reply(m.ref());
  }

  private static Encoded head(QaView view, QuestionOrder order) {
    List<PublicQuestion> all = view.index().first(order(order));
    List<QuestionItem> items = PublicItems.page(all);
    return Encoded.of(
        new QuestionsHead(
            0,
            view.qaId(),
            view.round(),
            view.feed(),
            view.frame(),
            view.newest(),
            order,
            items,
            items.size() < all.size()));
  }

  private static Encoded make(QaView view, Page page) {
    List<PublicQuestion> rest = view.index().after(order(page.order), page.up, page.n);
    List<QuestionItem> items = PublicItems.page(rest);
    return Encoded.of(
        new QuestionPage(
            0, view.qaId(), view.round(), page.order, items, items.size() < rest.size()));
  }

  private static PublicIndex.Order order(QuestionOrder order) {
    return PublicIndex.Order.valueOf(order.name());
  }
}
