package io.keystile.app.console.refusals;

import com.github.f4b6a3.ulid.Ulid;
import io.keystile.app.console.ConsoleServer;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.receipt.RefusedCall;
import java.time.Instant;

/** Notes refused calls without making them. */
final class RefusedCalls {

  private RefusedCalls() {}

  /** Notes one, and answers the id of its receipt. */
  static String add(
      ConsoleServer server, Instant at, Verdict.Rejected verdict, String route, String address) {
    String id = "rcpt_" + new Ulid(at.toEpochMilli(), Ulid.fast().getRandom());
    server
        .bean(Receipts.class)
        .add(
            new RefusedCall(
                id,
                at.toEpochMilli(),
                verdict,
                "GET",
                route,
                ClientIp.parse(address),
                ClientIp.parse("10.0.0.1"),
                "req_" + id));
    return id;
  }
}
