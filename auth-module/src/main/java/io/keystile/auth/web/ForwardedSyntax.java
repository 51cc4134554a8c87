package io.keystile.auth.web;

import java.util.List;

/** How a forwarding header lists the nodes that a request went through. */
interface ForwardedSyntax {

  /**
   * The nodes of one header line, the client first; one that is not named is empty, and a line that
   * breaks the syntax is one such.
   */
  List<String> nodes(String line);

  /** The syntax of the header with this name. */
  static ForwardedSyntax of(String header) {
    return header.equalsIgnoreCase("Forwarded")
        ? line -> new ForwardedElements(line).nodes()
        : line -> List.of(line.split(",", -1));
  }
}
