package io.keystile.app.console;

import io.keystile.app.console.people.Role;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Produces;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on every controller of the console, for {@link ConsoleFilter}: who is not signed in is
 * sent to sign in, who may not is told so, and what changes something has to come from a page of
 * ours. Its routes take forms and give pages.
 */
@Documented
@Inherited
@Requires(property = ConsoleRoute.ENABLED, value = "true")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConsoleRoute {

  /** The setting that says whether there is a console. */
  String ENABLED = "keystile.console.enabled";

  /** Who may look. */
  Role reading() default Role.VIEWER;

  /** Who may change things: everything but GET and HEAD. */
  Role writing() default Role.ADMINISTRATOR;

  /** Whether everybody may, signed in or not. */
  boolean open() default false;
}
