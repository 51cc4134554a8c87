package io.keystile.auth.web;

import io.keystile.auth.address.AddressRange;
import io.keystile.auth.address.AddressSet;
import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which proxies are believed, and where they write the client's address.
 *
 * @param trustedProxies addresses and networks of the proxies in front of the application; default
 *     none
 * @param forwardedHeader the one header that they write: {@code X-Forwarded-For}, {@code Forwarded}
 *     (RFC 7239) or another with the syntax of the first, such as {@code CF-Connecting-IP}; default
 *     {@code X-Forwarded-For}
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile")
public record ProxyConfiguration(
    @OperatorSetting(
            value = "Addresses and CIDRs of the proxies whose forwarding header is believed.",
            live = true)
        @Bindable(defaultValue = "")
        List<String> trustedProxies,
    @OperatorSetting(
            value = "The one header in which the trusted proxies write the address of the client.",
            live = true,
            whenUnusable = "X-Keystile-Unusable")
        @Bindable(defaultValue = "X-Forwarded-For")
        String forwardedHeader) {

  private static final String PROXIES = "keystile.trusted-proxies";
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  /**
   * Refuses what is neither an address nor a network, and what cannot be a header.
   *
   * @throws IllegalArgumentException when a value is out of range; the message names the remedy
   */
  public ProxyConfiguration {
    trustedProxies =
        trustedProxies.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    AddressSet.parse(PROXIES, trustedProxies);
    trustedProxies.forEach(ProxyConfiguration::refuseEveryone);
    if (!HEADER.matcher(forwardedHeader).matches()) {
      throw new IllegalArgumentException(
          "keystile.forwarded-header must be the name of one header, such as X-Forwarded-For");
    }
  }

  // Then the leftmost address of the header would count, which any client can write.
  private static void refuseEveryone(String proxies) {
    if (AddressRange.parse(proxies).prefix() == 0) {
      throw new IllegalArgumentException(
          "%s: \"%s\" would believe every client; name the addresses of your proxies only"
              .formatted(PROXIES, proxies));
    }
  }

  /** The trusted proxies, ready to be asked. */
  AddressSet trusted() {
    return AddressSet.parse(PROXIES, trustedProxies);
  }
}
