package org.yinxin.hall.audit;

import javax.sql.DataSource;
import org.yinxin.store.postgres.Schema;

/**
 * A journal that the auditor reads: the hall's own, and those of the authority and the custody.
 *
 * @param name what the auditor calls it, such as {@code hall}
 * @param database the pool of its schema
 */
public record AuditedJournal(String name, DataSource database, Schema schema) {}
