package io.keystile.app.console.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusalHelpTest {

  @Test
  void hasATextOfItsOwnForEveryReason() {
    Set<String> meanings = new HashSet<>();
    for (Reason reason : Reason.ALL) {
      RefusalHelp help = RefusalHelp.find(reason.code()).orElseThrow();
      assertEquals(reason, help.reason());
      assertNotEquals(reason.message(), help.meaning(), reason.code());
      assertTrue(meanings.add(help.meaning()), reason.code());
      assertFalse(help.causes().isEmpty(), reason.code());
      assertFalse(help.remedy().isBlank(), reason.code());
    }
  }

  @Test
  void hasNoneForCodesOfOthers() {
    assertTrue(RefusalHelp.find("maintenance").isEmpty());
    assertTrue(RefusalHelp.find("").isEmpty());
  }

  @Test
  void hasSomethingToSayOfAReasonThatIsNew() {
    Reason reason = new Reason("maintenance", 503, "server_error", "Closed for maintenance.");
    RefusalHelp help = RefusalTexts.of(reason);
    assertEquals("Closed for maintenance.", help.meaning());
    assertEquals("/console/help#maintenance", help.path());
  }
}
