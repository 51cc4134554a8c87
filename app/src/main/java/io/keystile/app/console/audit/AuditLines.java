package io.keystile.app.console.audit;

import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON, one on a line, read page by page while they are sent, so that memory stays flat.
 */
final class AuditLines extends InputStream {

  private final AuditTrail trail;
  private final AuditFilter filter;
  private byte[] block = new byte[0];
  private int position;
  private @Nullable Long cursor;
  private boolean over;

  AuditLines(AuditTrail trail, AuditFilter filter) {
    this.trail = trail;
    this.filter = filter;
  }

  @Override
  public int read() {
    return fill() ? block[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, block.length - position);
    System.arraycopy(block, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    while (position == block.length && !over) {
      AuditPage page = trail.page(filter, cursor, AuditTrail.MAX_PAGE);
      block = lines(page).getBytes(StandardCharsets.UTF_8);
      position = 0;
      cursor = page.nextCursor();
      over = cursor == null;
    }
    return position < block.length;
  }

  private static String lines(AuditPage page) {
    return page.items().stream()
        .map(AuditRecord::json)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
