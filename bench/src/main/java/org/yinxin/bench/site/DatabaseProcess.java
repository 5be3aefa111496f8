package org.yinxin.bench.site;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the process of a database server on this machine. */
public final class DatabaseProcess {

    private DatabaseProcess() {}

    /** The id of the server's first process; the others are below it. */
    public static long of(JdbcClient jdbc) {
        long own = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(own).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }
}
