package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.BallotFile;
import io.plenary.export.BallotResults;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.service.BallotStore;
import io.vertx.core.Future;

/** Results of a kind with ballots, read from where all ballots are. */
public record BallotExport(BallotFile<?, ?> file, BallotStore ballots, long graceMs)
    implements ActivityExport {

  @Override
  public Future<ActivityResults> results(Place place, Activity activity) {
    return read(place, activity).map(found -> found);
  }

  /** Only what is counted to the end: nothing of what is open, or closed a moment ago. */
  @Override
  public Future<ActivityResults> publicResults(Place place, Activity activity) {
    return activity.closed()
        ? read(place, activity).map(found -> found != null && found.complete() ? found : null)
        : Future.succeededFuture();
  }

  private Future<BallotResults<?>> read(Place place, Activity activity) {
    // A result that nobody has asked for since its grace is over is complete now.
    Future<?> last =
        activity.closed() && !activity.anonymised()
            ? ballots.publishLast(place.eventId(), activity.id(), graceMs)
            : Future.succeededFuture();
    return last.compose(v -> ballots.recount(place.eventId(), activity.id()))
        .map(
            found ->
                found == null
                    ? null
                    : file.results(place.room().name(), (BallotActivity) activity, found));
  }
}
