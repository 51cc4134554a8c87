package io.keystile.app.receipts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.ExitCode;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.Told;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.receipt.RefusedCall;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ReceiptsCommandsTest {

  private static final ApiKeyId KEY = new ApiKeyId("key_a");

  private Program program = Program.in(Path.of("."));

  @BeforeAll
  void twoRefusals(@TempDir Path folder) {
    program = Program.in(folder);
    Map<String, Object> settings = Map.of("keystile.db", program.database().toString());
    try (ApplicationContext context = Contexts.start(settings)) {
      add(context, "rcpt_1", Reason.INVALID_API_KEY, null, "203.0.113.7");
      add(context, "rcpt_2", Reason.IP_NOT_ALLOWED, KEY, "192.0.2.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list --limit=0",
        "list --limit=201",
        "list --address=nowhere",
        "list --key=ks_secret",
        "show"
      })
  void refusesWrongOptions(String options) {
    Result result = program.run(("receipts " + options).split(" ")).expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertFalse(result.err().contains("ks_secret"), result.err());
  }

  @Test
  void doesNotRepeatWhatItCannotFind() {
    Result result = program.run("receipts", "show", "ks_secret").expect(ExitCode.REFUSED);
    assertEquals("There is no such receipt, or it is no longer kept.", result.err().strip());
  }

  @Test
  void showsARefusalCheckByCheck() {
    List<String> lines = program.run("receipts", "show", "rcpt_2").out().lines().toList();
    assertEquals("Receipt  rcpt_2", lines.get(0));
    assertEquals("Refused  403 ip_not_allowed: Access denied from this IP address", lines.get(2));
    assertEquals("Key      key_a", lines.get(3));
    assertEquals("Call     GET /v1/models", lines.get(4));
    assertEquals("From     192.0.2.1 through 10.0.0.1", lines.get(5));
    assertEquals("Request  req_1", lines.get(6));
    assertEquals("addresses  refused  No. | address 192.0.2.1?, allow [10.0.0.0/8]", lines.get(7));
  }

  @Test
  void showsARefusalAsJson() {
    JsonNode receipt = program.run("receipts", "show", "rcpt_1", "--json").json();
    assertEquals("invalid_api_key", receipt.get("reason").getStringValue());
    assertEquals(401, receipt.get("status").getIntValue());
    assertTrue(receipt.get("keyId").isNull());
    assertEquals(1, receipt.get("checks").size());
  }

  @Test
  void listsTheNewestFirst() {
    assertEquals(List.of("rcpt_2", "rcpt_1"), ids());
    assertEquals(List.of("rcpt_2"), ids("--key=key_a"));
    assertEquals(List.of("rcpt_1"), ids("--reason", "invalid_api_key"));
    assertEquals(List.of("rcpt_1"), ids("--address", "::ffff:203.0.113.7"));
    assertEquals(List.of("rcpt_1"), ids("--limit=1", "--cursor=rcpt_2"));
    String first = program.run("receipts", "list", "--limit=1").expect(ExitCode.DONE).out();
    assertTrue(first.contains("rcpt_2  403 ip_not_allowed  key_a"), first);
    assertTrue(first.contains("add --cursor rcpt_2"), first);
  }

  private List<String> ids(String... options) {
    List<String> args = new ArrayList<>(List.of("receipts", "list", "--json"));
    args.addAll(List.of(options));
    List<String> ids = new ArrayList<>();
    JsonNode page = program.run(args.toArray(String[]::new)).json();
    page.get("items").values().forEach(item -> ids.add(item.get("id").getStringValue()));
    return ids;
  }

  private static void add(
      ApplicationContext context, String id, Reason reason, @Nullable ApiKeyId key, String from) {
    CheckOutcome check =
        new CheckOutcome(
            "addresses", false, "No.", "address " + from + "\u001b, allow [10.0.0.0/8]");
    context
        .getBean(Receipts.class)
        .add(
            new RefusedCall(
                id,
                context.getBean(Clock.class).millis(),
                Verdict.Rejected.of(reason, key).withEvidence(new Told(List.of(check))),
                "GET",
                "/v1/models",
                ClientIp.parse(from),
                ClientIp.parse("10.0.0.1"),
                "req_1"));
  }
}
