package io.keystile.auth.web;

import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Judged;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.receipt.RefusedCall;
import io.keystile.auth.usage.KeyUses;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Counts refusals, and keeps each as a receipt. Nothing here waits for the store. */
@Singleton
final class RefusalRecords {

  private static final int MAX_METHOD = 20;

  private final KeyUses uses;
  private final Receipts receipts;
  private final ClientAddresses addresses;

  RefusalRecords(KeyUses uses, Receipts receipts, ClientAddresses addresses) {
    this.uses = uses;
    this.receipts = receipts;
    this.addresses = addresses;
  }

  void refused(HttpRequest<?> request, Refusal refusal, long now) {
    Verdict.Rejected verdict = refusal.verdict();
    uses.countRefusal(now, verdict.reason(), verdict.keyId(), generation(verdict));
    receipts.add(
        new RefusedCall(
            refusal.receiptId(),
            now,
            verdict,
            method(request),
            RouteTemplates.of(request),
            addresses.of(request).ip(),
            ClientAddresses.peer(request),
            refusal.requestId()));
  }

  private static int generation(Verdict.Rejected verdict) {
    return verdict.evidence() instanceof Judged judged ? judged.key().generation() : 0;
  }

  // A caller can make up a method as long as the longest request line.
  private static String method(HttpRequest<?> request) {
    String name = request.getMethodName();
    return name.length() <= MAX_METHOD ? name : name.substring(0, MAX_METHOD);
  }
}
