package org.yinxin.hall.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.access.Actors;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;

/** The members of the staff. A person is never deleted, because journals name them; they are closed. */
@Repository
class Operators implements Actors {

    private static final String COLUMNS =
            "id, name, roles, created_at, last_sign_in_at, initial_password, closed_at, version";

    private final JdbcClient jdbc;

    Operators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TokenKind kind() {
        return TokenKind.OPERATOR;
    }

    @Override
    public Optional<Actor> find(UUID subject) {
        return get(new OperatorId(subject))
                .filter(each -> !each.closed())
                .map(each -> new Actor.Operator(each.id(), each.name(), each.roles()));
    }

    Optional<StaffMember> get(OperatorId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM operator WHERE id = :id")
                .param("id", id.value())
                .query(Operators::member)
                .optional();
    }

    Optional<StaffMember> lock(OperatorId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM operator WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Operators::member)
                .optional();
    }

    List<StaffMember> all() {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM operator ORDER BY closed_at IS NOT NULL, lower(name)")
                .query(Operators::member)
                .list();
    }

    boolean exists(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM operator WHERE lower(name) = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** The person of a name who may sign in, with the hash of the password. */
    Optional<Credentials> credentials(String name) {
        return jdbc.sql(
                        """
                        SELECT id, password FROM operator
                        WHERE lower(name) = lower(:name) AND closed_at IS NULL
                        """)
                .param("name", name)
                .query(
                        (row, number) ->
                                new Credentials(
                                        new OperatorId(row.getObject("id", UUID.class)),
                                        row.getString("password")))
                .optional();
    }

    Optional<Credentials> credentials(OperatorId id) {
        return jdbc.sql("SELECT id, password FROM operator WHERE id = :id AND closed_at IS NULL")
                .param("id", id.value())
                .query((row, number) -> new Credentials(id, row.getString("password")))
                .optional();
    }

    /** Answers false when the name was taken in the same moment. */
    boolean add(OperatorId id, String name, String hash, Set<Role> roles, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO operator (id, name, password, initial_password, roles, created_at)
                                VALUES (:id, :name, :password, TRUE, :roles, :now)
                                ON CONFLICT (lower(name)) DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("name", name)
                        .param("password", hash)
                        .param("roles", names(roles))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void setRoles(OperatorId id, Set<Role> roles) {
        jdbc.sql("UPDATE operator SET roles = :roles, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("roles", names(roles))
                .update();
    }

    void setPassword(OperatorId id, String hash, boolean initial) {
        jdbc.sql(
                        """
                        UPDATE operator SET password = :password, initial_password = :initial,
                               version = version + 1
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("password", hash)
                .param("initial", initial)
                .update();
    }

    void close(OperatorId id, Instant now) {
        jdbc.sql("UPDATE operator SET closed_at = :now, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void signedIn(OperatorId id, Instant now) {
        jdbc.sql("UPDATE operator SET last_sign_in_at = :now WHERE id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static StaffMember member(ResultSet row, int number) throws SQLException {
        Timestamp lastSignIn = row.getTimestamp("last_sign_in_at");
        Set<Role> roles =
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        return new StaffMember(
                new OperatorId(row.getObject("id", UUID.class)),
                row.getString("name"),
                roles,
                row.getTimestamp("created_at").toInstant(),
                lastSignIn == null ? null : lastSignIn.toInstant(),
                row.getBoolean("initial_password"),
                row.getTimestamp("closed_at") != null,
                row.getInt("version"));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    /** Who somebody claims to be, and the hash that tells. */
    record Credentials(OperatorId id, String hash) {}
}
