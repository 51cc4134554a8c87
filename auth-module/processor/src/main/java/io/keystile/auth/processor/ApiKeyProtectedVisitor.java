package io.keystile.auth.processor;

import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.TypeElementQuery;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.List;

/**
 * Refuses at compile time what {@code @ApiKeyProtected} would silently not protect, and warns of
 * what it can not do. It generates nothing: leaving it out makes no route less safe.
 *
 * @since 0.1
 */
public final class ApiKeyProtectedVisitor implements TypeElementVisitor<Object, Object> {

  private static final List<GuardRule> RULES =
      List.of(
          new FinalTypeRule(),
          new PrivateMethodRule(),
          new StaticMethodRule(),
          new FinalMethodRule(),
          new ScopeRule(),
          new CostRule(),
          new PermitAllRule(),
          new ConflictingGuardRule(),
          new LostGuardRule(),
          new InheritedFinalMethodRule(),
          new NotABeanRule(),
          new ErrorHandlerRule(),
          new CallerlessMethodRule());

  /** Called by the compiler. */
  public ApiKeyProtectedVisitor() {}

  @Override
  public VisitorKind getVisitorKind() {
    return VisitorKind.ISOLATING;
  }

  @Override
  public TypeElementQuery query() {
    return TypeElementQuery.onlyClass();
  }

  @Override
  public void visitClass(ClassElement element, VisitorContext context) {
    GuardedType type = new GuardedType(element);
    if (type.isConcerned()) {
      RULES.stream().flatMap(rule -> rule.check(type)).forEach(finding -> tell(finding, context));
    }
  }

  private static void tell(Finding finding, VisitorContext context) {
    switch (finding.level()) {
      case ERROR -> context.fail(finding.message(), finding.element());
      case WARNING -> context.warn(finding.message(), finding.element());
    }
  }
}
