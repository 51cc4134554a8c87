package io.keystile.app.console.help;

import io.keystile.app.console.help.RefusalHelp.Link;
import io.keystile.auth.Reason;
import java.util.List;

/** The texts of {@link RefusalHelp}. */
final class RefusalTexts {

  private static final Link KEYS = new Link("API Keys", "/console/keys");
  private static final Link DISABLED = new Link("Disabled keys", "/console/keys?filter=disabled");
  private static final Link EXPIRED = new Link("Expired keys", "/console/keys?filter=expired");
  private static final Link NEW_KEY = new Link("Make a key", "/console/keys");
  private static final Link READING =
      new Link("Where a key may stand", "/console/settings#reading");
  private static final Link ADDRESSES =
      new Link("Addresses and proxies", "/console/settings#addresses");
  private static final Link LIMITS = new Link("Default limits", "/console/settings#limits");
  private static final Link BRUTE_FORCE = new Link("Brute force", "/console/settings#brute-force");
  private static final Link SWITCH =
      new Link("Enable API Authentication", "/console/settings#authentication");

  private RefusalTexts() {}

  static RefusalHelp of(Reason reason) {
    return switch (reason.code()) {
      case "missing_authorization" ->
          help(
              reason,
              "The call carried no key in any place that is looked at.",
              List.of(
                  "The program has no key, or the variable that should hold it is empty.",
                  "The key stands where it is not looked for, such as ?api_key= in the address.",
                  "A proxy in between takes the Authorization header away."),
              "Send the key with every call: Authorization: Bearer, a blank, and the key.",
              READING);
      case "invalid_authorization_format" ->
          help(
              reason,
              "There is an Authorization header, but not one with a key in it.",
              List.of(
                  "The word Bearer is missing, or stands there twice because the program adds it.",
                  "It says Basic or Token in place of Bearer.",
                  "There is nothing behind Bearer: the variable with the key is empty.",
                  "Quotation marks or blanks within the key were copied along."),
              "Write the header as Authorization: Bearer, one blank, the key. A program that asks"
                  + " for the key alone adds the rest itself.");
      case "invalid_api_key" ->
          help(
              reason,
              "No key is like the one that was sent.",
              List.of(
                  "Only a part of the key was copied, or something beside it.",
                  "The key was deleted, or got a new secret and the old one has ended.",
                  "The key belongs to another server."),
              "Compare its last four characters with the hints in the list. Where none is like it,"
                  + " make a new key; a lost one is rotated, since it cannot be shown again.",
              KEYS,
              NEW_KEY);
      case "disabled_api_key" ->
          help(
              reason,
              "The key is right, but it or the account that owns it is switched off.",
              List.of("Somebody switched the key off.", "Somebody switched its account off."),
              "Switch the key or its account on, if it is to be used. Whom to ask stands in the"
                  + " audit log.",
              DISABLED);
      case "expired_api_key" ->
          help(
              reason,
              "The key is right, but its time is over.",
              List.of("It reached the end that it was made with."),
              "Give the program a new key, or edit this one and choose another end. Keys that end"
                  + " soon have a view of their own in the list.",
              EXPIRED);
      case "inactive_api_key" ->
          help(
              reason,
              "The key is right, but its time has not come.",
              List.of("It was made to be valid from a later moment on.", "A clock is wrong."),
              "Wait until then, or edit the key and choose an earlier moment.",
              KEYS);
      case "conflicting_api_keys" ->
          help(
              reason,
              "The call carried two different keys.",
              List.of(
                  "The program sends Authorization and X-API-Key, each with another key.",
                  "A proxy in between adds a key of its own."),
              "Send one key. Where a proxy cannot be changed, have fewer places looked at.",
              READING);
      case "insufficient_scope" ->
          help(
              reason,
              "The key is right, but may not do this.",
              List.of(
                  "The route asks for a scope that the key does not have.",
                  "The key has it, but the account that owns it does not.",
                  "The route belongs to the management: * never covers keystile: scopes."),
              "Give the key, and its account, the scopes that the answer names, or use another key."
                  + " The page of the key tells what would happen on a route.",
              KEYS);
      case "outside_access_window" ->
          help(
              reason,
              "The key is right, but may not be used at this time of the week.",
              List.of(
                  "Its access windows are closed now.",
                  "They are in another time zone than you think."),
              "Wait until one opens, or edit its access windows.",
              KEYS);
      case "invalid_forwarded_header" ->
          help(
              reason,
              "A proxy that is trusted said something about the caller that cannot be read.",
              List.of(
                  "The proxy writes another header than the one that is looked at.",
                  "It passes on what the caller wrote instead of overwriting it."),
              "Let the proxy overwrite the header, and name the one that it writes.",
              ADDRESSES);
      case "ip_not_allowed" ->
          help(
              reason,
              "The key is right, but may not be used from this address.",
              List.of(
                  "The address is not in the allow list of the key, or is in its deny list.",
                  "The lists for all keys keep it out.",
                  "The server stands behind a proxy that is not named as trusted, and sees the"
                      + " proxy's address in place of the caller's."),
              "Add the address to the list of the key, or to that for all keys; name the proxy, if"
                  + " there is one. The page of the key tells what would happen from an address.",
              KEYS,
              ADDRESSES);
      case "rate_limit_exceeded" ->
          help(
              reason,
              "The key was used too often in too short a time.",
              List.of(
                  "The program calls in bursts, or tries again without waiting.",
                  "Several programs share the key, and its limits."),
              "Wait as long as Retry-After says. Give each program a key of its own, or edit the"
                  + " limits of the key.",
              KEYS,
              LIMITS);
      case "insufficient_quota" ->
          help(
              reason,
              "The calls of a longer period are used up.",
              List.of(
                  "The program was used more than was planned for.",
                  "Somebody else has the key: look at its last addresses."),
              "Wait for the next period, or edit the quota of the key.",
              KEYS,
              LIMITS);
      case "too_many_failed_attempts" ->
          help(
              reason,
              "Too many wrong keys came from this address, so it is refused for a while, whatever"
                  + " it sends.",
              List.of(
                  "A program goes on with a key that is wrong or was deleted.",
                  "Many callers share the address: a proxy that is not named as trusted.",
                  "Somebody guesses."),
              "Mend the key in the program, then wait as long as Retry-After says. DELETE"
                  + " /admin/blocked-addresses/ADDRESS lets an address in at once.",
              BRUTE_FORCE,
              ADDRESSES);
      case "key_store_unavailable" ->
          help(
              reason,
              "The server could not look the key up, and lets nobody in unseen.",
              List.of(
                  "The disk is full, or the database cannot be read.",
                  "Another process holds the database for too long."),
              "Look into the log of the server, and at /health. Calls are let in again by"
                  + " themselves; nothing is lost.");
      case "host_not_allowed" ->
          help(
              reason,
              "API authentication is off, and the call did not name this machine itself.",
              List.of(
                  "The server was called by another name than localhost or 127.0.0.1.",
                  "A web page tried to reach it through a name of its own."),
              "Switch API authentication on, or call the server by its loopback name.",
              SWITCH);
      default ->
          help(
              reason,
              reason.message(),
              List.of("A check that was added to this server refused the call."),
              "Ask who looks after the server.");
    };
  }

  private static RefusalHelp help(
      Reason reason, String meaning, List<String> causes, String remedy, Link... links) {
    return new RefusalHelp(reason, meaning, causes, remedy, List.of(links));
  }
}
