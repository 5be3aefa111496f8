package org.yinxin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemasTest {

    @Test
    void one_schema_cannot_read_another_nor_become_the_administrator() {
        DatabaseServer database = SharedServer.freshDatabase();
        try (HikariDataSource one = Schemas.open(database, SharedServer.ONE);
                HikariDataSource two = Schemas.open(database, SharedServer.TWO)) {
            JdbcClient.create(two).sql("INSERT INTO secret_of_two VALUES ('hush')").update();
            JdbcClient intruder = JdbcClient.create(one);
            for (String attempt :
                    List.of(
                            "SELECT word FROM two.secret_of_two",
                            "INSERT INTO two.secret_of_two VALUES ('x')",
                            "SELECT id FROM two.journal",
                            "SET ROLE yinxin_two",
                            "SET ROLE postgres",
                            "CREATE TABLE public.note (word text)",
                            "CREATE SCHEMA other")) {
                assertThatThrownBy(() -> intruder.sql(attempt).update())
                        .as(attempt)
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("permission denied");
            }
            // What a SET ROLE pool would give away: the way back to the administrator.
            assertThat(
                            intruder.sql("RESET ROLE").update()
                                    + intruder.sql("SELECT current_user")
                                            .query(String.class)
                                            .single())
                    .endsWith("yinxin_one");
        }
    }

    @Test
    void opens_a_schema_again_with_its_rows_as_a_second_node_would() {
        DatabaseServer database = SharedServer.freshDatabase();
        try (HikariDataSource first = Schemas.open(database, SharedServer.ONE);
                HikariDataSource second = Schemas.open(database, SharedServer.ONE)) {
            JdbcClient.create(first).sql("INSERT INTO secret_of_one VALUES ('kept')").update();
            assertThat(
                            JdbcClient.create(second)
                                    .sql("SELECT word FROM one.secret_of_one")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("kept");
        }
    }

    @Test
    void says_in_one_sentence_that_the_server_does_not_answer() {
        DatabaseServer nowhere = new DatabaseServer("jdbc:postgresql://127.0.0.1:1/x", "u", "p");
        assertThatThrownBy(() -> Schemas.open(nowhere, SharedServer.ONE))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/x")
                .hasMessageContaining("refused");
    }

    @Test
    void says_in_one_sentence_that_the_password_is_wrong_without_showing_it() {
        DatabaseServer right = SharedServer.freshDatabase();
        DatabaseServer wrong = new DatabaseServer(right.jdbcUrl(), right.user(), "guessed-wrong");
        assertThatThrownBy(() -> Schemas.open(wrong, SharedServer.ONE))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("guessed-wrong");
    }

    @Test
    void refuses_an_administrator_without_a_password() {
        DatabaseServer open = new DatabaseServer("jdbc:postgresql://127.0.0.1:1/x", "u", "");
        assertThatThrownBy(() -> Schemas.open(open, SharedServer.ONE))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("needs a password");
    }

    @Test
    void names_the_schema_whose_migration_is_missing() {
        Schema lost = new Schema("lost", List.of("classpath:org/yinxin/store/nowhere"));
        DatabaseServer database = SharedServer.freshDatabase();
        assertThatThrownBy(() -> Schemas.open(database, lost))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("schema lost");
    }

    @Test
    void refuses_a_name_that_could_carry_a_statement() {
        assertThatThrownBy(() -> new Schema("a; DROP", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_passwords_out_of_what_is_printed() {
        assertThat(new DatabaseServer("jdbc:postgresql:x", "u", "secret").toString())
                .doesNotContain("secret");
        assertThatThrownBy(() -> new DatabaseServer("jdbc:h2:x", "u", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
