package org.yinxin.authority.machine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.name.SubjectName;

/** The table of machines. */
public final class Machines {

    private final JdbcClient jdbc;

    public Machines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Machine> find(MachineName name) {
        return jdbc.sql("SELECT * FROM machine WHERE name = :name")
                .param("name", name.value())
                .query(Machines::read)
                .optional();
    }

    /** All of them by name, the closed ones too. */
    public List<Machine> all() {
        return jdbc.sql("SELECT * FROM machine ORDER BY name").query(Machines::read).list();
    }

    /** The same, and nobody else changes it or counts its certificates until the transaction ends. */
    Optional<Machine> lock(MachineName name) {
        return jdbc.sql("SELECT * FROM machine WHERE name = :name FOR UPDATE")
                .param("name", name.value())
                .query(Machines::read)
                .optional();
    }

    /** Locks several; always in the same order, so that two transactions cannot wait for each other. */
    void lock(List<MachineName> names) {
        jdbc.sql("SELECT name FROM machine WHERE name = ANY(:names) ORDER BY name FOR UPDATE")
                .param("names", names.stream().map(MachineName::value).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Answers false, with nothing written, when the name is taken. */
    boolean insert(Machine machine) {
        Entitlement entitlement = machine.entitlement();
        return jdbc.sql(
                                """
                                INSERT INTO machine
                                    (name, authority, kind, subject, organisation_code, host_names,
                                     certificate_days, most_certificates, secret, expires_at, registered_at)
                                VALUES (:name, :authority, :kind, :subject, :code, :hosts,
                                        :days, :most, :secret, :until, :now)
                                ON CONFLICT (name) DO NOTHING
                                """)
                        .param("name", machine.name().value())
                        .param("authority", entitlement.authority().value())
                        .param("kind", entitlement.kind().name())
                        .param("subject", Der.encode(entitlement.subject().toX500Name()))
                        .param("code", entitlement.organisationCode())
                        .param("hosts", entitlement.hostNames().toArray(String[]::new))
                        .param("days", entitlement.days())
                        .param("most", entitlement.most())
                        .param("secret", machine.sealedSecret())
                        .param("until", time(entitlement.until()))
                        .param("now", time(machine.registeredAt()))
                        .update()
                == 1;
    }

    void close(MachineName name, Instant now) {
        jdbc.sql("UPDATE machine SET closed_at = :now WHERE name = :name AND closed_at IS NULL")
                .param("name", name.value())
                .param("now", time(now))
                .update();
    }

    private static Machine read(ResultSet row, int number) throws SQLException {
        Array hosts = row.getArray("host_names");
        return new Machine(
                new MachineName(row.getString("name")),
                new Entitlement(
                        new AuthorityCode(row.getString("authority")),
                        CertificateKind.valueOf(row.getString("kind")),
                        SubjectName.of(X500Name.getInstance(row.getBytes("subject"))),
                        row.getString("organisation_code"),
                        List.of((String[]) hosts.getArray()),
                        row.getInt("certificate_days"),
                        row.getInt("most_certificates"),
                        instant(row.getObject("expires_at", OffsetDateTime.class))),
                row.getBytes("secret"),
                instant(row.getObject("registered_at", OffsetDateTime.class)),
                nullable(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant nullable(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
