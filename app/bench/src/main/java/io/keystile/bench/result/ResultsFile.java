package io.keystile.bench.result;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** {@code results.json}: the results by the major version of Java; a run of one keeps the other. */
public final class ResultsFile {

  private static final TypeReference<TreeMap<String, RunResult>> RUNS = new TypeReference<>() {};

  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path path;

  /** The file, which need not be there. */
  public ResultsFile(Path path) {
    this.path = path;
  }

  /**
   * Puts a run in, over what is there of the same Java.
   *
   * @return everything that is in the file now
   */
  public Map<String, RunResult> put(String java, RunResult run) throws IOException {
    TreeMap<String, RunResult> runs =
        Files.exists(path) ? mapper.readValue(path.toFile(), RUNS) : new TreeMap<>();
    runs.put(java, run.over(runs.get(java)));
    Files.writeString(path, mapper.writeValueAsString(runs) + "\n");
    return runs;
  }
}
