package io.keystile.app.audit;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.audit.AuditProblem;
import io.keystile.auth.audit.AuditReport;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.management.AuditReportView;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile audit verify}. */
@Command(
    name = "verify",
    description = {
      "Looks whether rows of the audit log were changed, removed, put in or cut off, and names"
          + " them.",
      "Ends with 1 when something is wrong."
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  private final Streams streams;

  VerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context -> context.getBean(AuditTrail.class).verify(),
        VerifyCommand::lines,
        AuditReportView::of,
        report -> report.isIntact() ? ExitCode.DONE : ExitCode.REFUSED);
  }

  private static String lines(AuditReport report) {
    if (report.isIntact()) {
      return "The audit log is intact. Rows: " + report.rows();
    }
    String problems =
        report.problems().stream().map(AuditProblem::message).collect(Collectors.joining("\n"));
    return report.further() == 0
        ? problems
        : problems + "\n" + report.further() + " further problems are not listed.";
  }
}
