package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.service.ActivityExport;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.export.PublicQuestionResults;
import io.plenary.kinds.qa.export.QaFile;
import io.plenary.kinds.qa.export.QuestionResults;
import io.vertx.core.Future;
import java.util.Locale;

/**
 * Questions from the room in files: as organisers see them, and, apart from that, as the room sees
 * them.
 */
public final class QuestionExport implements ActivityExport {
  private final QuestionReading reading;

  public QuestionExport(QuestionStore store) {
    this.reading = new QuestionReading(store);
  }

  @Override
  public QaFile file() {
    return QaFile.ONE;
  }

  @Override
  public Future<ActivityResults> results(Place place, Activity activity) {
    Qa qa = (Qa) activity;
    return reading
        .of(place.eventId(), qa)
        .map(
            found ->
                found == null
                    ? null
                    : new QuestionResults(
                        qa.id(),
                        place.room().name(),
                        state(qa),
                        qa.round(),
                        QuestionRows.all(found, place.zone())));
  }

  @Override
  public Future<ActivityResults> publicResults(Place place, Activity activity) {
    Qa qa = (Qa) activity;
    if (!qa.shown()) {
      return Future
          .succeededFuture(); // off, or final since it was off: the room sees nothing of it
    }
    return reading
        .of(place.eventId(), qa)
        .map(
            found ->
                found == null
                    ? null
                    : new PublicQuestionResults(
                        place.room().name(), QuestionRows.seen(found, place.zone())));
  }

  private static String state(Qa qa) {
    return qa.isFinal() ? "final" : word(qa.state());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
