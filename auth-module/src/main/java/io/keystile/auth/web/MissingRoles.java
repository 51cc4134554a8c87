package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.policy.ScopeCheck;
import java.util.List;

/** The refusal of a key that lacks a role: it names scopes, never other roles. */
final class MissingRoles {

  private MissingRoles() {}

  static Verdict.Rejected refusal(ApiKey key, List<String> asked) {
    List<String> names = asked.stream().filter(Scopes::isName).toList();
    RequiredScopes required = new RequiredScopes(names, names.size() > 1);
    Verdict.Rejected missing = ScopeCheck.check(key.scopes(), key, List.of(required));
    return missing == null ? Verdict.Rejected.of(Reason.INSUFFICIENT_SCOPE, key.id()) : missing;
  }
}
