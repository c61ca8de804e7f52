package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.service.ActivityViews;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.QaStatistics;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.kinds.qa.wire.QaWire.AttendeeQuestions;
import io.plenary.kinds.qa.wire.QaWire.Check;
import io.plenary.kinds.qa.wire.QaWire.Names;
import io.plenary.kinds.qa.wire.QaWire.OrganiserQuestions;
import io.plenary.kinds.qa.wire.QaWire.StageQuestions;
import io.plenary.protocol.Wire.OverviewQuestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Q&As as the wire says them. What an audience may not see is not in its view; of questions only
 * public ones are in any.
 */
public final class QaViews implements ActivityViews {
  private static final QaStatistics NOTHING = QaStatistics.of(List.of());
  private final QaBoard board;

  public QaViews(QaBoard board) {
    this.board = board;
  }

  /** Null while it is off. */
  @Override
  public @Nullable AttendeeQuestions forAttendees(EventState state, Activity activity) {
    Qa qa = (Qa) activity;
    if (!qa.shown()) return null;
    QaSettings s = qa.settings();
    PublicIndex index = index(state, qa);
    return new AttendeeQuestions(
        qa.id(),
        qa.round(),
        qa.toldToRoom(),
        asking(qa),
        check(s),
        names(s),
        s.maxLength(),
        s.perPerson(),
        QaCounts.totals(index),
        PublicItems.of(index.live()),
        QaCounts.open(statistics(state, qa), s.openCounts()));
  }

  /** Null while it is off. */
  @Override
  public @Nullable StageQuestions forStage(EventState state, Activity activity) {
    Qa qa = (Qa) activity;
    if (!qa.shown()) return null;
    PublicIndex index = index(state, qa);
    return new StageQuestions(
        qa.id(),
        qa.round(),
        qa.toldToRoom(),
        asking(qa),
        QaCounts.totals(index),
        PublicItems.of(index.live()),
        PublicItems.of(index.next()),
        QaCounts.open(statistics(state, qa), qa.settings().openCounts()));
  }

  @Override
  public OrganiserQuestions forOrganisers(EventState state, Activity activity) {
    Qa qa = (Qa) activity;
    QaSettings s = qa.settings();
    return new OrganiserQuestions(
        qa.id(),
        qa.round(),
        qa.rev(),
        qa.told(),
        qa.anonymised(),
        qa.asking(),
        check(s),
        names(s),
        s.maxLength(),
        s.perPerson(),
        s.openCounts(),
        PublicItems.of(index(state, qa).live()),
        QaCounts.of(statistics(state, qa)));
  }

  @Override
  public @Nullable OverviewQuestions forOverview(EventState state, Activity activity) {
    Qa qa = (Qa) activity;
    if (!qa.isFinal() && qa.state() == Qa.State.DRAFT) return null;
    QaWire.StateCounts counts = QaCounts.of(statistics(state, qa));
    QaWire.QuestionItem live = PublicItems.of(index(state, qa).live());
    return new OverviewQuestions(
        counts.waiting(), counts.published(), live == null ? null : live.text());
  }

  private PublicIndex index(EventState state, Qa qa) {
    QaView view = view(state, qa);
    return view == null ? PublicIndex.EMPTY : view.index();
  }

  private QaStatistics statistics(EventState state, Qa qa) {
    QaView view = view(state, qa);
    return view == null ? NOTHING : view.statistics();
  }

  private @Nullable QaView view(EventState state, Qa qa) {
    QaView view = board.view(state.event().id(), qa.id());
    return view == null || view.round() != qa.round() ? null : view;
  }

  private static boolean asking(Qa qa) {
    return qa.takesQuestions();
  }

  private static Check check(QaSettings s) {
    return Check.valueOf(s.check().name());
  }

  private static Names names(QaSettings s) {
    return Names.valueOf(s.names().name());
  }
}
