package io.keystile.app.console.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes what a page must never do: ask another origin, run into the content policy, have a script
 * fail, open a dialog of the browser.
 */
final class Wrongs {

  private final List<String> found = new ArrayList<>();
  private final List<String> origins = new ArrayList<>();

  Wrongs(BrowserContext context, String origin) {
    origins.add(origin);
    context.onRequest(this::look);
    context.onConsoleMessage(this::look);
    context.onDialog(this::look);
    context.onWebError(error -> found.add("script: " + error.error()));
  }

  /** Lets pages ask this origin too. */
  void allow(String origin) {
    origins.add(origin);
  }

  List<String> all() {
    return List.copyOf(found);
  }

  private void look(Request request) {
    String url = request.url();
    if (!isInside(url) && origins.stream().noneMatch(origin -> url.startsWith(origin + "/"))) {
      found.add("asked another origin: " + url);
    }
  }

  private static boolean isInside(String url) {
    return url.startsWith("data:") || url.startsWith("blob:");
  }

  /** A status of 400 and more is written there as well; that is no error of a script. */
  private void look(ConsoleMessage message) {
    String text = message.text();
    if (text.contains("Content Security Policy")
        || (message.type().equals("error") && !text.startsWith("Failed to load resource"))) {
      found.add(message.type() + ": " + text);
    }
  }

  private void look(Dialog dialog) {
    found.add("dialog: " + dialog.message());
    dialog.dismiss();
  }
}
