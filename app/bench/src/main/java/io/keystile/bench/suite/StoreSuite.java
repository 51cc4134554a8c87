package io.keystile.bench.suite;

import io.keystile.bench.result.Findings;
import io.keystile.bench.result.Targets;
import java.io.IOException;
import java.util.List;

/** What the store promises: revoking at once, here and elsewhere, and making keys fast. */
final class StoreSuite implements Suite {

  private static final List<String> MAINS =
      List.of("keys.StaleAccepts", "keys.OtherProcessRevoke", "keys.CreateAndImport");

  @Override
  public String name() {
    return "store";
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Findings findings = new Findings();
    for (String main : MAINS) {
      new Inside(lab)
          .values(main)
          .forEach(
              (name, value) -> {
                if (Targets.contains(name)) {
                  findings.figure(name, value);
                } else {
                  findings.detail(name, value);
                }
              });
    }
    return findings;
  }
}
