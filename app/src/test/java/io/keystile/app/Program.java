package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Terminal;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line in this process, on streams that are kept. */
public final class Program {

  private final Path database;
  private String input = "";
  private @Nullable Terminal terminal;

  private Program(Path database) {
    this.database = database;
  }

  /** On a database in the folder. */
  public static Program in(Path folder) {
    return new Program(folder.resolve("keys.db"));
  }

  public Path database() {
    return database;
  }

  /** With a pipe as standard input. */
  public Program reading(String text) {
    input = text;
    return this;
  }

  /** With a person in front who answers so, or ends the input with null. */
  public Program answering(@Nullable String answer) {
    terminal = new Person(answer);
    return this;
  }

  /** Runs a command on the database. */
  public Result run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--db=" + database);
    return runAlone(all.toArray(String[]::new));
  }

  /** Runs a command as it stands. */
  public Result runAlone(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Keystile.run(streams(out, err), args);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** Makes a key and tells its JSON. */
  public JsonNode create(String name, String... options) {
    List<String> args = new ArrayList<>(List.of("keys", "create", "--json", "--name", name));
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new)).json();
  }

  /** The streams on these writers. */
  public Streams streams(StringWriter out, StringWriter err) {
    return new Streams(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        terminal == null ? new Nobody() : terminal);
  }

  /** What came of a run. */
  public record Result(int exitCode, String out, String err) {

    public Result expect(ExitCode expected) {
      assertEquals(expected.code(), exitCode, err);
      return this;
    }

    public JsonNode json() {
      expect(ExitCode.DONE);
      try {
        return JsonMapper.createDefault().readValue(out, JsonNode.class);
      } catch (IOException e) {
        throw new UncheckedIOException(out, e);
      }
    }
  }

  private record Person(@Nullable String answer) implements Terminal {

    @Override
    public boolean isInteractive() {
      return true;
    }

    @Override
    public @Nullable String readLine() {
      return answer;
    }
  }

  private record Nobody() implements Terminal {

    @Override
    public boolean isInteractive() {
      return false;
    }

    @Override
    public @Nullable String readLine() {
      throw new AssertionError("Nobody is there to be asked");
    }
  }
}
