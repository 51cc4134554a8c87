package io.keystile.auth.audit;

/** Names of what can be done, as they stand in the log. */
public final class AuditAction {

  public static final String KEY_ISSUE = "key.issue";
  public static final String KEY_CHANGE = "key.change";
  public static final String KEY_ENABLE = "key.enable";
  public static final String KEY_DISABLE = "key.disable";
  public static final String KEY_ROTATE = "key.rotate";
  public static final String KEY_DELETE = "key.delete";
  public static final String KEY_IMPORT = "key.import";
  public static final String KEY_REVEAL = "key.reveal";

  public static final String ACCOUNT_CREATE = "account.create";
  public static final String ACCOUNT_CHANGE = "account.change";
  public static final String ACCOUNT_ENABLE = "account.enable";
  public static final String ACCOUNT_DISABLE = "account.disable";
  public static final String ACCOUNT_DELETE = "account.delete";

  public static final String SETTING_CHANGE = "setting.change";
  public static final String AUTHENTICATION_SWITCH = "authentication.switch";
  public static final String ADDRESS_UNBLOCK = "address.unblock";

  /** Rows that were too old went; the row holds number and MAC of the last of them. */
  public static final String AUDIT_PRUNE = "audit.prune";

  /** The file with the end of the log was missing, and was written anew. */
  public static final String AUDIT_HEAD = "audit.head";

  /** Refused calls without a credential, summed. */
  public static final String MANAGEMENT_REFUSE = "management.refuse";

  private AuditAction() {}
}
