package io.keystile.app.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.keystile.auth.redact.ScannerRules;
import io.keystile.auth.redact.ScannerTool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerRulesCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--tool=grep", "--prefix=1st", "--prefix=a'b", "surplus"})
  void refusesWhatItDoesNotKnow(String argument) {
    Result result = run(argument).expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertTrue(!result.err().isBlank());
  }

  @Test
  void printsRulesForThePrefixThatIsConfiguredAndNeedsNoStore() {
    Result result = run().expect(ExitCode.DONE);
    assertEquals(ScannerRules.of(ScannerTool.GITLEAKS, "ks_").strip(), result.out().strip());
    assertEquals("", result.err());
  }

  @Test
  void printsRulesForAnotherToolAndPrefix() {
    Result result = run("--tool", "secretlint", "--prefix", "shop-").expect(ExitCode.DONE);
    assertEquals(ScannerRules.of(ScannerTool.SECRETLINT, "shop-").strip(), result.out().strip());
  }

  private Result run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "scanner-rules";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Program.in(folder).runAlone(all);
  }
}
