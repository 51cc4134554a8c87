package io.keystile.auth.settings;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting as the code declares it.
 *
 * @param argument what it is bound to
 * @param info what operators are told
 * @param whenUnusable stands in for a stored value that cannot be used at a start, or null for the
 *     default
 */
record KnownSetting(Argument<?> argument, SettingInfo info, @Nullable String whenUnusable) {

  /** The setting that is bound there, if operators may see it. */
  static Optional<KnownSetting> of(Argument<?> argument) {
    AnnotationMetadata metadata = argument.getAnnotationMetadata();
    return metadata
        .stringValue(OperatorSetting.class)
        .map(
            description ->
                new KnownSetting(
                    argument,
                    new SettingInfo(
                        metadata.stringValue(Property.class, "name").orElseThrow(),
                        description,
                        SettingType.of(argument),
                        choices(argument.getType()),
                        metadata
                            .stringValue(Bindable.class, "defaultValue")
                            .or(() -> said(metadata, "whenUnset"))
                            .orElse(null),
                        metadata.isTrue(OperatorSetting.class, "live")),
                    said(metadata, "whenUnusable").orElse(null)));
  }

  String name() {
    return info.name();
  }

  private static Optional<String> said(AnnotationMetadata metadata, String member) {
    return metadata.stringValue(OperatorSetting.class, member).filter(text -> !text.isEmpty());
  }

  private static List<String> choices(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(SettingReader::word).toList()
        : List.of();
  }
}
