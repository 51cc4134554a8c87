package io.keystile.auth.management;

import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as JSON lines, read page by page while it is sent, so that memory stays flat. */
final class JsonLines extends InputStream {

  static final String MEDIA_TYPE = "application/jsonl";

  private final JsonMapper json;
  private final Pages pages;
  private byte[] block = new byte[0];
  private int position;
  private @Nullable String cursor;
  private boolean started;

  /** Reads one page; a null cursor asks for the first. */
  interface Pages {
    Page read(@Nullable String cursor);
  }

  /** Some of the list, and where it goes on. */
  record Page(List<?> items, @Nullable String nextCursor) {}

  private JsonLines(JsonMapper json, Pages pages) {
    this.json = json;
    this.pages = pages;
  }

  static StreamedFile file(String name, JsonMapper json, Pages pages) {
    return new StreamedFile(new JsonLines(json, pages), MediaType.of(MEDIA_TYPE))
        .attach(name + ".jsonl");
  }

  @Override
  public int read() throws IOException {
    return fill() ? block[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
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

  private boolean fill() throws IOException {
    while (position == block.length && (!started || cursor != null)) {
      Page page = pages.read(cursor);
      block = lines(page.items());
      position = 0;
      cursor = page.nextCursor();
      started = true;
    }
    return position < block.length;
  }

  private byte[] lines(List<?> items) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Object item : items) {
      lines.write(json.writeValueAsBytes(item));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
