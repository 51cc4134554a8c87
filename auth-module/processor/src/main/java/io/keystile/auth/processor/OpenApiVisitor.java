package io.keystile.auth.processor;

import io.micronaut.core.reflect.ClassUtils;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells Micronaut's OpenAPI processor of the guards on a controller, in the annotations it reads,
 * so that the document names the security schemes and the refusals of each guarded route. It does
 * nothing where that processor is not present.
 *
 * @since 0.1
 */
public final class OpenApiVisitor implements TypeElementVisitor<Object, Object> {

  private static final String CONTROLLER = "io.micronaut.http.annotation.Controller";
  private static final String READER = "io.micronaut.openapi.visitor.OpenApiControllerVisitor";

  private final @Nullable ClassLoader processors;

  /** Called by the compiler. */
  public OpenApiVisitor() {
    this(OpenApiVisitor.class.getClassLoader());
  }

  OpenApiVisitor(@Nullable ClassLoader processors) {
    this.processors = processors;
  }

  @Override
  public boolean isEnabled() {
    return ClassUtils.isPresent(READER, processors);
  }

  // The other processor's visitors are aggregating, and isolating ones come before those.
  @Override
  public VisitorKind getVisitorKind() {
    return VisitorKind.ISOLATING;
  }

  /** Before the other processor's visitors, wherever all of them run together. */
  @Override
  public int getOrder() {
    return 1000;
  }

  @Override
  public TypeElementQuery query() {
    return TypeElementQuery.onlyClass();
  }

  @Override
  public void visitClass(ClassElement element, VisitorContext context) {
    GuardedType type = new GuardedType(element);
    if (!element.hasStereotype(CONTROLLER) || !type.isConcerned()) {
      return;
    }
    List<GuardedOperation> operations =
        type.allMethods()
            .filter(GuardedMethod::isRoute)
            .map(method -> GuardedOperation.of(type, method))
            .filter(GuardedOperation::isGuarded)
            .toList();
    if (!operations.isEmpty()) {
      OpenApiAnnotations.describeSchemes(element);
      operations.forEach(OpenApiAnnotations::describe);
    }
  }
}
