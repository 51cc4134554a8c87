package io.keystile.auth.management;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the document says of bodies. They are read by hand, so that every fault can be told; a test
 * holds these and the readers together.
 */
final class Bodies {

  private Bodies() {}

  /**
   * A key to be made.
   *
   * @param name what it is called, without control characters
   * @param description what it is for
   * @param owner the account that owns it
   * @param scopes what it may do; left out, what its owner or the configuration says
   * @param notBefore from when it is valid
   * @param expiresAt from when it is no longer valid
   * @param windows hours of the week in which it may be used, as in Mon-Fri 08:00-18:00
   *     Europe/Berlin
   * @param allow addresses it may be used from; none means all
   * @param deny addresses it may not be used from
   * @param rateLimits how often it may be used, as in 100/1h, 100/1h burst 20, or unlimited alone
   * @param quotas how much it may be used, as in 1000/day or 10000/30d
   * @param metadata texts to store with it
   */
  @Schema(name = "NewKey", additionalProperties = AdditionalPropertiesValue.FALSE)
  record NewKey(
      @Schema(minLength = 1, maxLength = 100) String name,
      @Schema(maxLength = 1000) @Nullable String description,
      @Nullable String owner,
      @Nullable List<String> scopes,
      @Schema(format = "date-time") @Nullable String notBefore,
      @Schema(format = "date-time") @Nullable String expiresAt,
      @Nullable List<String> windows,
      @Nullable List<NewAddress> allow,
      @Nullable List<NewAddress> deny,
      @Nullable List<String> rateLimits,
      @Nullable List<String> quotas,
      @Nullable Map<String, String> metadata) {}

  /**
   * What is to be otherwise with a key. Null clears; what is left out stays; lists are replaced,
   * metadata are merged.
   *
   * @param name what it is called
   * @param description what it is for
   * @param owner the account that owns it
   * @param scopes what it may do; null for what its owner or the configuration says
   * @param notBefore from when it is valid
   * @param expiresAt from when it is no longer valid
   * @param windows hours of the week in which it may be used
   * @param allow addresses it may be used from
   * @param deny addresses it may not be used from
   * @param rateLimits how often it may be used
   * @param quotas how much it may be used
   * @param metadata texts to store with it; null takes one away
   */
  @Schema(name = "KeyPatch", additionalProperties = AdditionalPropertiesValue.FALSE)
  record KeyPatch(
      @Schema(minLength = 1, maxLength = 100, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
          String name,
      @Schema(maxLength = 1000) @Nullable String description,
      @Nullable String owner,
      @Nullable List<String> scopes,
      @Schema(format = "date-time") @Nullable String notBefore,
      @Schema(format = "date-time") @Nullable String expiresAt,
      @Nullable List<String> windows,
      @Nullable List<NewAddress> allow,
      @Nullable List<NewAddress> deny,
      @Nullable List<String> rateLimits,
      @Nullable List<String> quotas,
      @Nullable Map<String, @Nullable String> metadata) {}

  /**
   * An entry of a list of addresses.
   *
   * @param address an address such as 192.0.2.1, or a network such as 10.0.0.0/8
   * @param enabled whether it counts; left out, it does
   * @param note what it is there for
   */
  @Schema(name = "NewAddressEntry", additionalProperties = AdditionalPropertiesValue.FALSE)
  record NewAddress(
      String address,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, defaultValue = "true")
          boolean enabled,
      @Schema(maxLength = 200) @Nullable String note) {}

  /**
   * Keys that were made elsewhere.
   *
   * @param name what each is called; with several, a number is put behind it
   * @param keys the keys, each of 17 to 512 visible ASCII characters
   * @param scopes what they may do; left out, what the configuration says
   * @param allOrNothing whether one refused line keeps every other out
   */
  @Schema(name = "Import", additionalProperties = AdditionalPropertiesValue.FALSE)
  record Import(
      @Schema(minLength = 1, maxLength = 90) String name,
      List<String> keys,
      @Nullable List<String> scopes,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, defaultValue = "false")
          boolean allOrNothing) {}

  /**
   * An account to be made.
   *
   * @param name 1 to 100 letters, digits and . _ @ -
   * @param description what it is for
   * @param scopes what its keys may do at the most
   */
  @Schema(name = "NewAccount", additionalProperties = AdditionalPropertiesValue.FALSE)
  record NewAccount(
      String name, @Schema(maxLength = 1000) @Nullable String description, List<String> scopes) {}

  /**
   * What is to be otherwise with an account; what is left out stays.
   *
   * @param description what it is for; null takes it away
   * @param scopes what its keys may do at the most
   */
  @Schema(name = "AccountPatch", additionalProperties = AdditionalPropertiesValue.FALSE)
  record AccountPatch(
      @Schema(maxLength = 1000) @Nullable String description,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<String> scopes) {}

  /**
   * The value of a setting.
   *
   * @param value as the type of the setting says
   */
  @Schema(name = "SettingValue", additionalProperties = AdditionalPropertiesValue.FALSE)
  record SettingValue(@Schema(anyOf = {Boolean.class, Long.class, String.class}) Object value) {}

  /**
   * A call to be judged: by its route, or by the scopes it needs.
   *
   * @param id the id of the key
   * @param address from where it comes; left out, from nowhere known
   * @param at when; left out, now
   * @param method the method of the route
   * @param path the path of the route
   * @param scopes what the call needs, instead of a route
   */
  @Schema(name = "NewCheck", additionalProperties = AdditionalPropertiesValue.FALSE)
  record NewCheck(
      String id,
      @Nullable String address,
      @Schema(format = "date-time") @Nullable String at,
      @Nullable String method,
      @Nullable String path,
      @Nullable List<String> scopes) {}
}
