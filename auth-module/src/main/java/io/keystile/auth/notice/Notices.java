package io.keystile.auth.notice;

import io.keystile.auth.store.StoreTransactions;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives notices, each once. That it was given and what the webhook is to be told are written in one
 * transaction; log and listeners come after it.
 */
@Singleton
final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.notice");

  private final NoticeRepository repository;
  private final Outbox outbox;
  private final StoreTransactions transactions;
  private final ApplicationEventPublisher<KeyNotice> publisher;

  Notices(
      NoticeRepository repository,
      Outbox outbox,
      StoreTransactions transactions,
      ApplicationEventPublisher<KeyNotice> publisher) {
    this.repository = repository;
    this.outbox = outbox;
    this.transactions = transactions;
    this.publisher = publisher;
  }

  /**
   * Gives those that were not given before.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when that cannot be written; none is
   *     given then
   */
  void give(List<DueNotice> due) {
    if (!due.isEmpty()) {
      transactions
          .write("notices", () -> due.stream().filter(this::mark).map(DueNotice::notice).toList())
          .forEach(this::tell);
    }
  }

  private boolean mark(DueNotice due) {
    KeyNotice notice = due.notice();
    int marked =
        repository.mark(
            notice.key().id().value(), due.kind(), due.occurrence(), notice.at().toEpochMilli());
    if (marked == 1) {
      outbox.add(NoticeBody.of(notice));
    }
    return marked == 1;
  }

  private void tell(KeyNotice notice) {
    LOG.warn("{}", NoticeText.of(notice));
    try {
      publisher.publishEvent(notice);
    } catch (RuntimeException e) {
      LOG.error("A listener to notices failed", e);
    }
  }
}
