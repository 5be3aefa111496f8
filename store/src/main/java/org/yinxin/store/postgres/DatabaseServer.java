package org.yinxin.store.postgres;

/**
 * Where a PostgreSQL server answers and who may create roles and schemas on it.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} address with the database's name
 * @param user a role that may create roles and schemas
 * @param password that role's password; kept out of {@link #toString()}
 */
public record DatabaseServer(String jdbcUrl, String user, String password) {

    public DatabaseServer {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not a PostgreSQL address: " + jdbcUrl);
        }
    }

    @Override
    public String toString() {
        return "DatabaseServer[" + jdbcUrl + ", user=" + user + "]";
    }
}
