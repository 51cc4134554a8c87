package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevealCommandTest {

  @TempDir Path folder;

  @Test
  void refusesWhereKeysAreNotRecoverable() {
    Program program = Program.in(folder);
    String id = program.create("k").get("id").getStringValue();
    Result result = program.run("keys", "reveal", id).expect(ExitCode.REFUSED);
    assertEquals("", result.out());
    assertTrue(result.err().contains("keystile.keys.recoverable is off"), result.err());
    program.run("keys", "reveal", "key_none").expect(ExitCode.REFUSED);
  }
}
