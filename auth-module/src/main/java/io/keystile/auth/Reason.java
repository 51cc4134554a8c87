package io.keystile.auth;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a call is refused, in the words a caller sees. The set is open: an application's own check
 * may bring its own.
 *
 * @param code the machine-readable code, lower case with underscores
 * @param status the HTTP status, 400 to 599
 * @param type the error type of the OpenAI API
 * @param message the sentence for people; a refusal may put a more precise one in its place
 * @since 0.1
 */
public record Reason(String code, int status, String type, String message) {

  private static final String AUTHENTICATION = "authentication_error";
  private static final String PERMISSION = "permission_error";
  private static final String RATE_LIMIT = "rate_limit_error";
  private static final String INVALID_REQUEST = "invalid_request_error";
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

  /** No key in any of the accepted places. */
  public static final Reason MISSING_AUTHORIZATION =
      new Reason(
          "missing_authorization",
          401,
          AUTHENTICATION,
          "Missing Authorization header. Please provide Bearer token.");

  /** An {@code Authorization} header that is not {@code Bearer <key>}. */
  public static final Reason INVALID_AUTHORIZATION_FORMAT =
      new Reason(
          "invalid_authorization_format",
          401,
          AUTHENTICATION,
          "Invalid Authorization header format. Use: Authorization: Bearer <your-api-key>");

  /** The key is not known; nothing more is told. */
  public static final Reason INVALID_API_KEY =
      new Reason(
          "invalid_api_key",
          401,
          AUTHENTICATION,
          "Invalid API key. Please check your Bearer token.");

  /** The key, or the account that owns it, is switched off. */
  public static final Reason DISABLED_API_KEY =
      new Reason(
          "disabled_api_key",
          401,
          AUTHENTICATION,
          "This API key is disabled. Please ask its administrator to enable it.");

  /** The key's time is over. */
  public static final Reason EXPIRED_API_KEY =
      new Reason(
          "expired_api_key",
          401,
          AUTHENTICATION,
          "This API key has expired. Please ask its administrator for a new one.");

  /** The key's time has not come. */
  public static final Reason INACTIVE_API_KEY =
      new Reason("inactive_api_key", 401, AUTHENTICATION, "This API key is not valid yet.");

  /** Two different keys in one request. */
  public static final Reason CONFLICTING_API_KEYS =
      new Reason(
          "conflicting_api_keys",
          400,
          INVALID_REQUEST,
          "The request carries two different API keys. Please send only one.");

  /** The key does not have the scopes that the route asks for. */
  public static final Reason INSUFFICIENT_SCOPE =
      new Reason(
          "insufficient_scope",
          403,
          PERMISSION,
          "This API key does not have the scopes that are needed here.");

  /** The key may not be used at this time of the week. */
  public static final Reason OUTSIDE_ACCESS_WINDOW =
      new Reason(
          "outside_access_window", 403, PERMISSION, "This API key may not be used at this time.");

  /** A trusted proxy sent a forwarding header that cannot be read. */
  public static final Reason INVALID_FORWARDED_HEADER =
      new Reason(
          "invalid_forwarded_header",
          400,
          INVALID_REQUEST,
          "The forwarding header of the proxy cannot be read.");

  /** The key may not be used from this address. */
  public static final Reason IP_NOT_ALLOWED =
      new Reason("ip_not_allowed", 403, PERMISSION, "Access denied from this IP address");

  /** Too many calls in too short a time. */
  public static final Reason RATE_LIMIT_EXCEEDED =
      new Reason("rate_limit_exceeded", 429, RATE_LIMIT, "Rate limit exceeded");

  /** The calls of a longer period are used up. */
  public static final Reason INSUFFICIENT_QUOTA =
      new Reason("insufficient_quota", 429, RATE_LIMIT, "The quota of this API key is used up.");

  /** Too many wrong keys from one address. */
  public static final Reason TOO_MANY_FAILED_ATTEMPTS =
      new Reason(
          "too_many_failed_attempts",
          429,
          "rate_limit_exceeded",
          "Too many failed authentication attempts. Please try again later.");

  /** The store could not be asked; the call is refused, never allowed. */
  public static final Reason KEY_STORE_UNAVAILABLE =
      new Reason(
          "key_store_unavailable",
          503,
          "server_error",
          "The key store cannot be reached at the moment. Please try again later.");

  /** While authentication is off: the {@code Host} is not a name of this machine itself. */
  public static final Reason HOST_NOT_ALLOWED =
      new Reason(
          "host_not_allowed",
          403,
          PERMISSION,
          "Authentication is off: only this machine itself may call, by its loopback name.");

  /** All that stand here; those of an application's own checks come on top. */
  public static final List<Reason> ALL =
      List.of(
          MISSING_AUTHORIZATION,
          INVALID_AUTHORIZATION_FORMAT,
          INVALID_API_KEY,
          DISABLED_API_KEY,
          EXPIRED_API_KEY,
          INACTIVE_API_KEY,
          CONFLICTING_API_KEYS,
          INSUFFICIENT_SCOPE,
          OUTSIDE_ACCESS_WINDOW,
          INVALID_FORWARDED_HEADER,
          IP_NOT_ALLOWED,
          RATE_LIMIT_EXCEEDED,
          INSUFFICIENT_QUOTA,
          TOO_MANY_FAILED_ATTEMPTS,
          KEY_STORE_UNAVAILABLE,
          HOST_NOT_ALLOWED);

  /**
   * @throws IllegalArgumentException when the code or the status is out of range
   */
  public Reason {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code must be lower-case words joined by '_': " + code);
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be 400 to 599: " + status);
    }
  }
}
