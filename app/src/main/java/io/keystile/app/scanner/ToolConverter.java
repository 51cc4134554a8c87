package io.keystile.app.scanner;

import io.keystile.auth.redact.ScannerTool;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a scanner. */
final class ToolConverter implements ITypeConverter<ScannerTool> {

  @Override
  public ScannerTool convert(String value) {
    try {
      return ScannerTool.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("choose gitleaks, trufflehog or secretlint");
    }
  }
}
