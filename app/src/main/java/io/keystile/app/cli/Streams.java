package io.keystile.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * What a command reads from and writes to. Results go to {@code out}, everything else to {@code
 * err}, through {@link #tell}.
 *
 * @param in standard input
 * @param out standard output, always UTF-8
 * @param err standard error, always UTF-8
 * @param terminal the person in front, if any
 */
public record Streams(InputStream in, PrintWriter out, PrintWriter err, Terminal terminal) {

  /** The streams of this process. */
  public static Streams ofProcess() {
    return new Streams(
        System.in, writer(FileDescriptor.out), writer(FileDescriptor.err), new SystemTerminal());
  }

  /** Prints a line of a result. */
  public void print(String line) {
    out.println(line);
    out.flush();
  }

  /** Says something beside the result. */
  public void tell(String line) {
    err.println(line);
    err.flush();
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
