package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.limit.BlockedAddress;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that is refused because of wrong keys, whatever it presents.
 *
 * @param address the address or network
 * @param until when it is let in again
 * @param level how many blocks in a row this one makes
 */
@Serdeable
@Schema(name = "BlockedAddress")
record BlockedView(String address, @Schema(format = "date-time") String until, int level) {

  /**
   * Addresses that are refused.
   *
   * @param items those that wait longest first
   * @param nextCursor always null: they come on one page
   */
  @Serdeable
  @Schema(name = "BlockedAddresses")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<BlockedView> items, @Nullable String nextCursor) {

    /** At most so many of them. */
    static Items of(List<BlockedAddress> blocked, int most) {
      return new Items(blocked.stream().limit(most).map(BlockedView::of).toList(), null);
    }
  }

  static BlockedView of(BlockedAddress blocked) {
    return new BlockedView(
        blocked.address().toString(), blocked.until().toString(), blocked.level());
  }
}
