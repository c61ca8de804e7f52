package io.plenary.export.service;

import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.BallotFile;
import io.plenary.voting.BallotActivity;
import io.plenary.voting.service.BallotStore;
import io.vertx.core.Future;

/** Results of a kind with ballots, read from where all ballots are. */
public record BallotExport(BallotFile<?, ?> file, BallotStore ballots, long graceMs)
    implements ActivityExport {

  @Override
  public Future<ActivityResults> results(Place place, Activity activity) {
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
