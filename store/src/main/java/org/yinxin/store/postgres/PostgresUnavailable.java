package org.yinxin.store.postgres;

/**
 * PostgreSQL cannot be had. The message is one sentence for the person who started the program: what is wrong and,
 * where we know it, what to do.
 */
public final class PostgresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresUnavailable(String sentence) {
        super(sentence);
    }

    public PostgresUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
