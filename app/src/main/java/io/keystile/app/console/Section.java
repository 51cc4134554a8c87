package io.keystile.app.console;

import io.keystile.app.console.people.Role;
import java.util.List;

/** The entries of the navigation, in their order. One without a page yet is not shown. */
public enum Section {
  OVERVIEW("Overview", "/console", "chart", Role.VIEWER),
  KEYS("API Keys", "/console/keys", "key", Role.VIEWER),
  ACCOUNTS("Accounts", "/console/accounts", "account", Role.VIEWER),
  REFUSALS("Refusals", "/console/refusals", "shield", Role.VIEWER),
  AUDIT("Audit log", "/console/audit", "list", Role.VIEWER),
  ROUTES("Routes", "/console/routes", "route", Role.VIEWER),
  SETTINGS("Security Settings", "/console/settings", "settings", Role.VIEWER),
  USERS("Console users", "/console/users", "people", Role.ADMINISTRATOR),
  HELP("Troubleshooting", "/console/help", "help", Role.VIEWER),
  /** Your own account, behind your name. */
  YOU("Your account", "/console/you", "person", Role.VIEWER),
  /** Pages beside the navigation: the way in, errors. */
  NONE("Console", "/console", "info", Role.VIEWER);

  private static final List<Section> ENTRIES =
      List.of(OVERVIEW, KEYS, ACCOUNTS, REFUSALS, AUDIT, ROUTES, SETTINGS, USERS, HELP);

  private final String label;
  private final String path;
  private final String icon;
  private final Role role;

  Section(String label, String path, String icon, Role role) {
    this.label = label;
    this.path = path;
    this.icon = icon;
    this.role = role;
  }

  /** As it stands in the navigation. */
  public String label() {
    return label;
  }

  /** The path of its first page. */
  public String path() {
    return path;
  }

  /** Its sign, by name. */
  public String icon() {
    return icon;
  }

  /** Who sees it. */
  public Role role() {
    return role;
  }

  /** What the navigation may show. */
  static List<Section> entries() {
    return ENTRIES;
  }
}
