package io.keystile.app.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Singleton;
import java.util.Map;

/** The templates, compiled with the program. The engine is made when the first page is shown. */
@Singleton
final class Templates {

  private static final class Engine {
    static final TemplateEngine COMPILED = TemplateEngine.createPrecompiled(ContentType.Html);
  }

  String render(Page page, Frame frame) {
    StringOutput output = new StringOutput(16 * 1024);
    Engine.COMPILED.render(page.template(), Map.of("page", page, "frame", frame), output);
    return output.toString();
  }
}
