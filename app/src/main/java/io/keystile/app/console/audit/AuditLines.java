package io.keystile.app.console.audit;

import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON, one on a line, read page by page while they are sent, so that memory stays flat.
 */
@SuppressWarnings("JdkObsolete") // as the stream of several wants them
final class AuditLines implements Enumeration<InputStream> {

  private final AuditTrail trail;
  private final AuditFilter filter;
  private @Nullable Long cursor;
  private boolean over;

  private AuditLines(AuditTrail trail, AuditFilter filter) {
    this.trail = trail;
    this.filter = filter;
  }

  static InputStream of(AuditTrail trail, AuditFilter filter) {
    return new SequenceInputStream(new AuditLines(trail, filter));
  }

  @Override
  public boolean hasMoreElements() {
    return !over;
  }

  /** The next page. */
  @Override
  public InputStream nextElement() {
    AuditPage page = trail.page(filter, cursor, AuditTrail.MAX_PAGE);
    cursor = page.nextCursor();
    over = cursor == null;
    String lines =
        page.items().stream()
            .map(AuditRecord::json)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }
}
