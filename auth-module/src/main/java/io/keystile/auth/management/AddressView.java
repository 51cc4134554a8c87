package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.address.AddressEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list of addresses.
 *
 * @param address an address, or a network in CIDR form
 * @param enabled whether it counts
 * @param note what it is there for
 */
@Serdeable
@Schema(name = "AddressEntry")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AddressView(String address, boolean enabled, @Nullable String note) {

  static List<AddressView> of(List<AddressEntry> entries) {
    return entries.stream()
        .map(entry -> new AddressView(entry.address(), entry.enabled(), entry.note()))
        .toList();
  }
}
