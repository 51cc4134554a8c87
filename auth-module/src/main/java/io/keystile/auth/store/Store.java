package io.keystile.auth.store;

/** Names that belong to the store. */
public final class Store {

  /** The qualifier of the data source, its transaction manager and its repositories. */
  public static final String NAME = "keystile";

  private Store() {}
}
