package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private final Outcomes outcomes = new Outcomes();

  @Test
  void tellsApartOnlySoManyReasonsOfOthers() {
    Set<String> told = new HashSet<>();
    outcomes.watch((outcome, count) -> told.add(outcome));
    int known = told.size();
    assertTrue(told.contains("accepted") && told.contains("other"));
    for (int i = 0; i < 100; i++) {
      outcomes.count(refusal("own_" + i));
    }
    outcomes.count(refusal("own_3"));
    assertEquals(known + 20, told.size());
    assertEquals(2, outcomes.of("own_3"));
    assertEquals(0, outcomes.of("own_20"));
    assertEquals(80, outcomes.of(Outcomes.OTHER));
  }

  @Test
  void countsKnownReasonsAlsoWhenThereAreTooMany() {
    for (int i = 0; i < 100; i++) {
      outcomes.count(refusal("own_" + i));
    }
    outcomes.count(Verdict.Rejected.of(Reason.IP_NOT_ALLOWED));
    assertEquals(1, outcomes.of("ip_not_allowed"));
  }

  private static Verdict refusal(String code) {
    return Verdict.Rejected.of(new Reason(code, 503, "server_error", "No."));
  }
}
